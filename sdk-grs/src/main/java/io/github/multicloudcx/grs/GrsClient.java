package io.github.multicloudcx.grs;

import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.grs.internal.DefaultGrsClient;
import io.github.multicloudcx.grs.model.OpenedSession;
import io.github.multicloudcx.grs.model.ScheduleField;

/**
 * Rules System API: snapshots and deployments of rule packages; see "Genesys Rules System REST API" ({@code /grs/v1}). It is
 * reached at the address of the Rules Authoring Tool, with {@link GrsLogin} as credentials.
 *
 * <pre>{@code
 * CxClient grat = CxClient.builder()
 *         .baseUrl(ApiFamily.GRS, "https://grat.example.com:8443/genesys-rules-authoring")
 *         .credentials(GrsLogin.of(user, password))
 *         .build();
 * GrsClient grs = GrsClient.create(grat);
 * StartedDeployment started =
 *         grs.tenant("1").rulePackage(id).deploy("GRE_Cluster").snapshot("Snap 01").call().execute();
 * }</pre>
 */
public interface GrsClient {
    /**
     * Makes the client of a connection.
     *
     * @param cx the connection; its base URL carries the application path of the authoring tool from 8.5.3 on, and none
     *     before
     * @return the client
     * @throws IllegalArgumentException when the connection has no base URL for this API, or one that goes on with
     *     {@code /grs/v1}
     */
    static GrsClient create(CxClient cx) {
        return new DefaultGrsClient(cx);
    }

    /**
     * Chooses how the time of a scheduled deployment is spelled in requests; answers are read in both spellings.
     *
     * @param field the default is {@link ScheduleField#DEPLOY_SCHEDULED_DATE_TIME}
     * @return a copy
     */
    GrsClient scheduleField(ScheduleField field);

    /**
     * Returns the calls for a tenant.
     *
     * @param tenantId id of the tenant
     * @return its targets and rule packages
     * @throws IllegalArgumentException when the id is blank
     */
    GrsTenant tenant(String tenantId);

    /**
     * Returns the session calls as the reference has them, each signed by what it is given. With {@link GrsLogin} as
     * credentials of the connection nobody needs them.
     *
     * @return login, change of password, logout
     */
    GrsSessions sessions();

    /**
     * Changes the expired password of the {@link GrsLogin} of this connection, which goes on with the new one and with the
     * session that the answer opens; see "changepassword". The server allows it only while a change is required.
     *
     * @param newPassword the new password
     * @return the call
     * @throws IllegalStateException when the connection has other credentials
     */
    Call<OpenedSession> changePassword(String newPassword);
}
