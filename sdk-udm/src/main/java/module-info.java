/**
 * User Data Management: export jobs, their history and files, and the certificate for which exports are encrypted.
 * {@link io.github.multicloudcx.udm.UdmClient} is where it begins; {@link io.github.multicloudcx.udm.ExportClient} is what
 * the older generations have too.
 */
module io.github.multicloudcx.udm {
    requires transitive io.github.multicloudcx.core;
    requires static org.bouncycastle.pkix;
    requires static org.bouncycastle.provider;
    requires static org.bouncycastle.util;
    requires static transitive org.jspecify;

    exports io.github.multicloudcx.udm;
    exports io.github.multicloudcx.udm.archive;
    exports io.github.multicloudcx.udm.export;
    exports io.github.multicloudcx.udm.model;

    opens io.github.multicloudcx.udm.internal to
            com.fasterxml.jackson.databind;
    opens io.github.multicloudcx.udm.internal.export to
            com.fasterxml.jackson.databind;
    opens io.github.multicloudcx.udm.model to
            com.fasterxml.jackson.databind;
}
