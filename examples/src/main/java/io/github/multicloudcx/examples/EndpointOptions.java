package io.github.multicloudcx.examples;

import io.github.multicloudcx.core.ApiFamily;
import io.github.multicloudcx.core.auth.OAuthEndpoint;
import io.github.multicloudcx.examples.architect.ArchitectEndpoints;
import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.Option;

/** Options of {@link UpdateFlowSettings} for what the tutorial on Architect and the vendor document differently. */
final class EndpointOptions {
    @Option(names = "--flows-path", paramLabel = "PATH", description = "Path of the flows. Default: ${DEFAULT-VALUE}.")
    private String flowsPath = ArchitectEndpoints.standard().flowsPath();

    @Option(names = "--method", paramLabel = "METHOD", description = "PATCH or PUT. Default: ${DEFAULT-VALUE}.")
    private String method = ArchitectEndpoints.standard().updateMethod();

    @Option(
            names = "--token-url",
            paramLabel = "URL",
            description = "Path below the base URL, or a whole address. Default: ${DEFAULT-VALUE}.")
    private String tokenUrl = "/api/v2/oauth/token";

    @Option(names = "--token-form", paramLabel = "FORM", description = "json or form. Default: ${DEFAULT-VALUE}.")
    private TokenForm tokenForm = TokenForm.json;

    @Option(
            names = "--client-in",
            paramLabel = "PLACE",
            description = "Where id and secret of the client go: body or basic. Default: ${DEFAULT-VALUE}.")
    private ClientPlace clientIn = ClientPlace.body;

    /** As they are written on the command line. */
    enum TokenForm {
        json,
        form
    }

    /** As they are written on the command line. */
    enum ClientPlace {
        body,
        basic
    }

    ArchitectEndpoints endpoints() {
        OAuthEndpoint token = tokenUrl.startsWith("/")
                ? OAuthEndpoint.of(ApiFamily.ARCHITECT, tokenUrl)
                : OAuthEndpoint.at(address());
        token = clientIn == ClientPlace.body ? token.clientInBody() : token;
        return new ArchitectEndpoints(flowsPath, method, tokenForm == TokenForm.json ? token.asJson() : token);
    }

    private URI address() {
        try {
            return new URI(tokenUrl);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("--token-url is neither a path nor an address");
        }
    }
}
