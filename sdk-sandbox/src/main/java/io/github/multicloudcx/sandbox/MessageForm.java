package io.github.multicloudcx.sandbox;

/** How the encrypted message of an export file is written down. */
public enum MessageForm {
    /** An S/MIME message: headers, an empty line, base64. */
    SMIME,
    /** Base64 between {@code -----BEGIN CMS-----} and {@code -----END CMS-----}. */
    PEM,
    /** The message itself in its binary form, in DER: with lengths in front, where the others have end marks. */
    DER
}
