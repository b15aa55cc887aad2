package io.github.multicloudcx.grs.internal;

import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.grs.GrsClient;
import io.github.multicloudcx.grs.GrsSessions;
import io.github.multicloudcx.grs.GrsTenant;
import io.github.multicloudcx.grs.model.OpenedSession;
import io.github.multicloudcx.grs.model.ScheduleField;

/** The client over one connection. */
public final class DefaultGrsClient implements GrsClient {
    private final CxClient cx;
    private final Api api;
    private final ScheduleField scheduleField;

    /** Sends nothing yet. */
    public DefaultGrsClient(CxClient cx) {
        this(cx, Require.present(cx, "cx").api(ApiFamily.GRS), ScheduleField.DEPLOY_SCHEDULED_DATE_TIME);
    }

    private DefaultGrsClient(CxClient cx, Api api, ScheduleField scheduleField) {
        this.cx = cx;
        this.api = api;
        this.scheduleField = scheduleField;
    }

    @Override
    public GrsClient scheduleField(ScheduleField field) {
        return new DefaultGrsClient(cx, api, Require.present(field, "field"));
    }

    @Override
    public GrsTenant tenant(String tenantId) {
        return new DefaultTenant(cx, api, Require.segment(tenantId, "tenantId"), scheduleField);
    }

    @Override
    public GrsSessions sessions() {
        return new DefaultSessions(api);
    }

    @Override
    public Call<OpenedSession> changePassword(String newPassword) {
        SessionAuthenticator mine = cx.authenticator(SessionAuthenticator.class);
        if (mine == null) {
            throw new IllegalStateException(
                    "The connection has no GrsLogin whose password could be changed; use sessions().changePassword");
        }
        return mine.changePassword(newPassword);
    }

    @Override
    public String toString() {
        return "GrsClient";
    }
}
