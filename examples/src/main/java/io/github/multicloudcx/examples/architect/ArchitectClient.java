package io.github.multicloudcx.examples.architect;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.CxClient;
import io.github.multicloudcx.core.CxClientBuilder;
import io.github.multicloudcx.core.TimeSource;
import io.github.multicloudcx.core.auth.OAuth;
import io.github.multicloudcx.core.error.NotFoundException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The four operations of the tutorial on flow settings: token (fetched and renewed by the connection), search, update and
 * reload. None of them is confirmed by documentation of the vendor; see {@link ArchitectEndpoints}.
 */
public final class ArchitectClient implements AutoCloseable {
    /** Needed to find flows. */
    public static final List<String> READ_SCOPES = List.of("architect:read", "flow:read");

    /** Needed to change one, beside those. */
    public static final List<String> UPDATE_SCOPES = List.of("organization:read", "architect:write", "flow:write");

    private static final int PAGE_SIZE = 25;

    private final CxClient cx;
    private final Api api;
    private final ArchitectEndpoints endpoints;
    private final GrantedScopes scopes;
    private final CallTrail trail;

    private ArchitectClient(CxClient cx, ArchitectEndpoints endpoints, GrantedScopes scopes, CallTrail trail) {
        this.cx = cx;
        this.api = cx.api(ApiFamily.ARCHITECT);
        this.endpoints = endpoints;
        this.scopes = scopes;
        this.trail = trail;
    }

    /**
     * Connects with client credentials; nothing is sent yet.
     *
     * @param connection with the base URL and whatever else differs from the defaults; credentials are added to it
     * @param endpoints where everything is
     * @param clientId id of the OAuth client
     * @param clientSecret its secret
     * @return the client, to be closed
     */
    public static ArchitectClient connect(
            CxClientBuilder connection, ArchitectEndpoints endpoints, String clientId, String clientSecret) {
        GrantedScopes scopes = new GrantedScopes();
        CallTrail trail = new CallTrail();
        OAuth credentials = OAuth.clientCredentials(clientId, clientSecret)
                .scope(String.join(" ", allScopes()))
                .tokenStore(scopes)
                .endpoint(endpoints.token());
        CxClient cx = connection.credentials(credentials).listener(trail).build();
        return new ArchitectClient(cx, endpoints, scopes, trail);
    }

    private static List<String> allScopes() {
        List<String> all = new ArrayList<>(READ_SCOPES);
        all.addAll(UPDATE_SCOPES);
        return all;
    }

    /**
     * Searches flows, page after page, as the items are asked for.
     *
     * @param name part of the name; how the server compares is not documented
     * @return the flows with their settings
     */
    public Stream<Flow> flows(String name) {
        Set<String> seen = new HashSet<>();
        return Stream.iterate(page(name, null), Objects::nonNull, page -> next(name, page, seen))
                .flatMap(page -> flows(page).stream());
    }

    private @Nullable FlowPage next(String name, FlowPage page, Set<String> seen) {
        String token = page.next();
        if (token == null) {
            return null;
        }
        if (!seen.add(token)) {
            throw new IllegalStateException(
                    "The server leads from a page of flows back to the same page; " + seen.size() + " pages were read");
        }
        return page(name, token);
    }

    private static List<Flow> flows(FlowPage page) {
        return page.entities() == null
                ? List.of()
                : page.entities().stream().filter(Objects::nonNull).toList();
    }

    private FlowPage page(String name, @Nullable String token) {
        return api.get(endpoints.flowsPath())
                .query("pageSize", PAGE_SIZE)
                .query("name", name)
                .query("continuationToken", token)
                .query("expand", List.of("routing", "settings"))
                .advice(403, needs(READ_SCOPES))
                .returning(FlowPage.class)
                .mapResponse(ArchitectClient::exactly)
                .recover(e -> e instanceof NotFoundException && token == null ? FlowPage.EMPTY : null)
                .execute();
    }

    private static FlowPage exactly(ApiResponse<FlowPage> response) {
        List<@Nullable Flow> read = response.value().entities();
        if (read == null) {
            throw new IllegalStateException(
                    "The answer to the search for flows has no entities; check the path of the flows");
        }
        JsonNode entities = ExactJson.of(response.text()).path("entities");
        List<@Nullable Flow> flows = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            Flow flow = read.get(i);
            flows.add(flow == null ? null : flow.exactly(entities.path(i)));
        }
        return response.value().with(flows);
    }

    /**
     * Changes a flow. Its version makes the call safe to repeat: the server accepts each version once.
     *
     * @param patch the settings as a whole, and the version that was read plus one
     * @return the call; what it returns may lack fields, the answer is described by one example only
     */
    public Call<Flow> patch(FlowPatch patch) {
        String path = endpoints.flowsPath() + "/{flowId}";
        ApiRequest request = endpoints.updateMethod().equals("PUT") ? api.put(path) : api.patch(path);
        for (String secret : SecretMask.secrets(patch.settings())) {
            request = request.secret(secret);
        }
        return request.path("flowId", patch.flowId())
                .json(patch)
                .safeToRepeat()
                .advice(403, needs(UPDATE_SCOPES))
                .advice(409, "the flow is not at version " + (patch.version() - 1) + " any more")
                .adviceWhenRepeated(409, "an earlier attempt of this call may have changed it")
                .returning(Flow.class)
                .mapResponse(response -> response.value().exactly(ExactJson.of(response.text())));
    }

    /**
     * Asks for a reload of caches; any answer of 2xx is a success.
     *
     * @param organizationId id of the organization
     * @return the call
     */
    public Call<@Nullable Void> reload(String organizationId) {
        return api.post(endpoints.flowsPath() + "/reload")
                .json(new ReloadRequest(organizationId))
                .returningNothing();
    }

    private static String needs(List<String> scopes) {
        return "the OAuth client needs the scopes " + String.join(", ", scopes);
    }

    /** Scopes that the token lacks for changing a flow; empty before the first call, and when the server does not say. */
    public List<String> missingScopes() {
        return scopes.missing(allScopes());
    }

    /** Address of the deployment, and path of the flows. */
    String address() {
        return cx.baseUrl(ApiFamily.ARCHITECT) + endpoints.flowsPath();
    }

    CallTrail trail() {
        return trail;
    }

    TimeSource time() {
        return cx.timeSource();
    }

    @Override
    public void close() {
        cx.close();
    }
}
