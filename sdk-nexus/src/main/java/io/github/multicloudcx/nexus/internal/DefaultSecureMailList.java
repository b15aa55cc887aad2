package io.github.multicloudcx.nexus.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.Page;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.securemail.SecureMail;
import io.github.multicloudcx.nexus.securemail.SecureMailList;
import io.github.multicloudcx.nexus.securemail.SecureMailStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

record DefaultSecureMailList(
        Api api,
        String address,
        @Nullable SecureMailStatus which,
        @Nullable String box,
        long index,
        @Nullable Long count)
        implements SecureMailList {
    @Override
    public SecureMailList status(SecureMailStatus chosen) {
        return new DefaultSecureMailList(api, address, Require.present(chosen, "status"), box, index, count);
    }

    @Override
    public SecureMailList securebox(String name) {
        return new DefaultSecureMailList(api, address, which, SecureMailChecks.securebox(name), index, count);
    }

    @Override
    public DefaultSecureMailList from(long first) {
        return new DefaultSecureMailList(api, address, which, box, Require.notNegative(first, "from"), count);
    }

    @Override
    public SecureMailList size(long items) {
        return new DefaultSecureMailList(api, address, which, box, index, Require.positive(items, "size"));
    }

    @Override
    public Call<Page<SecureMail>> page() {
        return api.get("/securemail")
                .query("address", address)
                .query("status", which)
                .query("index", index == 0 ? null : index)
                .query("count", count)
                .query("securebox", box)
                .advice(400, "check address, status, securebox, from and size")
                .advice(404, DefaultSecureMails.NOBODY)
                .returning(SecureMailListAnswer.class)
                .map(this::page);
    }

    /** A page shorter than asked for may be cut by the server; one shorter than its own default is not. */
    private Page<SecureMail> page(SecureMailListAnswer answer) {
        List<SecureMail> mails = new ArrayList<>();
        for (JsonNode element : answer.elements()) {
            if (element != null && !element.isNull()) {
                mails.add(new SecureMail(element));
            }
        }
        int elements = answer.elements().size();
        long full = count == null ? DEFAULT_SIZE : Math.min(count, DEFAULT_SIZE);
        boolean last = elements < full;
        return new Page<>(mails, null, index, last ? null : Long.valueOf(index + elements));
    }

    @Override
    public Stream<SecureMail> stream() {
        return new SecureMailPages(start -> from(start).page().executeForResponse(), index).stream();
    }

    /** Without the address, which is personal. */
    @Override
    public String toString() {
        return "SecureMailList";
    }
}
