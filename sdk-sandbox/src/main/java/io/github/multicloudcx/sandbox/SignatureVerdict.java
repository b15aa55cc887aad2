package io.github.multicloudcx.sandbox;

/**
 * What the sandbox thinks of the signature of a request to a channel.
 *
 * @param operationId operation of the contract
 * @param channelId channel of the request
 * @param problem what is wrong with it, empty when it fits
 * @param bodyLength number of bytes that it is over
 */
public record SignatureVerdict(String operationId, String channelId, String problem, int bodyLength) {
    /**
     * Whether the signature fits.
     *
     * @return true when there is no problem
     */
    public boolean fits() {
        return problem.isEmpty();
    }
}
