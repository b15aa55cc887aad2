package io.github.multicloudcx.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.multicloudcx.core.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What passes by itself. */
class TemporaryTest {
    private static final ErrorContext CONTEXT = new ErrorContext(Fate.UNKNOWN);
    private static final List<CxException> PASSING = List.of(
            new ConnectionException("m", null, CONTEXT),
            new CallTimeoutException("m", null, CONTEXT),
            new DecodeException("m", null, CONTEXT),
            new ServerException("m", new ErrorAnswer(503), CONTEXT),
            new TooManyRequestsException("m", null, new ErrorAnswer(429), CONTEXT));
    private static final List<CxException> LASTING = List.of(
            new BadRequestException("m", new ErrorAnswer(400), CONTEXT),
            new UnauthorizedException("m", new ErrorAnswer(401), CONTEXT),
            new NotFoundException("m", new ErrorAnswer(404), CONTEXT),
            new ApiException("m", new ErrorAnswer(418), CONTEXT),
            new StorageException("m", null, CONTEXT),
            new CallInterruptedException("m", null, CONTEXT),
            new CxException("m", null, CONTEXT));

    @Test
    void brokenConnectionsTimeoutsBusyAndFailingServersPass() {
        assertThat(PASSING).allMatch(CxException::temporary);
        assertThat(LASTING).noneMatch(CxException::temporary);
    }

    @Test
    void aSignInPassesWithItsCause() {
        assertThat(PASSING).allMatch(cause -> new AuthenticationException("m", null, cause, CONTEXT).temporary());
        assertThat(LASTING).noneMatch(cause -> new AuthenticationException("m", null, cause, CONTEXT).temporary());
        assertThat(new AuthenticationException("m", null, null, CONTEXT).temporary())
                .isFalse();
    }
}
