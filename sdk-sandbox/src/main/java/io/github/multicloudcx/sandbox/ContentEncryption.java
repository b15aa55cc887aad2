package io.github.multicloudcx.sandbox;

/** How the content of an export is encrypted; its key is always encrypted for the certificate with RSA. */
public enum ContentEncryption {
    /** AES with a key of 256 bits in CBC mode, as CMS enveloped-data. */
    AES256_CBC,
    /** AES with a key of 128 bits in CBC mode, as CMS enveloped-data. */
    AES128_CBC,
    /** Triple DES in CBC mode, as CMS enveloped-data: what older tools make. */
    DES_EDE3_CBC,
    /** AES with a key of 256 bits in GCM mode, as CMS authenticated-enveloped-data (RFC 5083, RFC 5084). */
    AES256_GCM
}
