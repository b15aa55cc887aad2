package io.github.multicloudcx.nexus.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.multicloudcx.core.Api;
import io.github.multicloudcx.core.ApiRequest;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.internal.check.Require;
import io.github.multicloudcx.nexus.securemail.CountSecureMails;
import io.github.multicloudcx.nexus.securemail.Removal;
import io.github.multicloudcx.nexus.securemail.SecureMail;
import io.github.multicloudcx.nexus.securemail.SecureMailCount;
import io.github.multicloudcx.nexus.securemail.SecureMailList;
import io.github.multicloudcx.nexus.securemail.SecureMailStatus;
import io.github.multicloudcx.nexus.securemail.SecureMails;
import io.github.multicloudcx.nexus.securemail.SendSecureMail;
import io.github.multicloudcx.nexus.securemail.SentSecureMail;
import org.jspecify.annotations.Nullable;

record DefaultSecureMails(Api api) implements SecureMails {
    static final String NOBODY = "there is no contact with this address, or none in this securebox";

    private static final String MARKING_REMOVES_NOTHING =
            "an earlier attempt of this call may have marked it as read, which removes nothing";

    @Override
    public SecureMailList list(String address) {
        return new DefaultSecureMailList(api, SecureMailChecks.address(address), null, null, 0, null);
    }

    @Override
    public CountSecureMails count(String address) {
        return new Count(api, SecureMailChecks.address(address), null, null);
    }

    @Override
    public SendSecureMail send(Object data) {
        return new Send(api, JsonValues.of(data, "data"), null, null);
    }

    @Override
    public Call<SecureMail> get(String secureMailId) {
        return one(api.get("/securemail/{secureMailId}"), secureMailId)
                .returningJson()
                .map(SecureMailAnswers::mail);
    }

    @Override
    public Call<SecureMail> getAndMarkRead(String secureMailId) {
        return one(api.get("/securemail/{secureMailId}"), secureMailId)
                .query("read", true)
                .changesState()
                .returningJson()
                .map(SecureMailAnswers::mail);
    }

    @Override
    public Call<@Nullable Void> remove(String secureMailId, Removal how) {
        ApiRequest request = one(api.delete("/securemail/{secureMailId}"), secureMailId)
                .query("remove", Require.present(how, "how").value());
        return (how == Removal.READ ? request.adviceWhenRepeated(404, MARKING_REMOVES_NOTHING) : request)
                .returningNothing();
    }

    @Override
    public Call<JsonNode> userData(String secureMailId) {
        return one(api.get("/securemail/{secureMailId}/userdata"), secureMailId)
                .returningJson()
                .map(SecureMailAnswers::userData);
    }

    private static ApiRequest one(ApiRequest request, String secureMailId) {
        return request.path("secureMailId", secureMailId)
                .advice(400, "check the id of the secure email")
                .advice(404, "there is no secure email with this id");
    }

    @Override
    public String toString() {
        return "SecureMails";
    }

    private record Count(
            Api api,
            String address,
            @Nullable SecureMailStatus which,
            @Nullable String box) implements CountSecureMails {
        @Override
        public CountSecureMails status(SecureMailStatus chosen) {
            return new Count(api, address, Require.present(chosen, "status"), box);
        }

        @Override
        public CountSecureMails securebox(String name) {
            return new Count(api, address, which, SecureMailChecks.securebox(name));
        }

        @Override
        public Call<SecureMailCount> call() {
            return api.get("/securemail/count")
                    .query("address", address)
                    .query("status", which)
                    .query("securebox", box)
                    .advice(400, "check address, status and securebox")
                    .advice(404, NOBODY)
                    .returningJson()
                    .map(SecureMailAnswers::count);
        }

        /** Without the address, which is personal. */
        @Override
        public String toString() {
            return "CountSecureMails";
        }
    }

    private record Send(
            Api api,
            JsonNode data,
            @Nullable String id,
            @Nullable String box) implements SendSecureMail {
        @Override
        public SendSecureMail securebox(String name) {
            return new Send(api, data, id, SecureMailChecks.securebox(name));
        }

        @Override
        public SendSecureMail operationId(String chosen) {
            return new Send(api, data, Require.text(chosen, "operationId"), box);
        }

        @Override
        public Call<SentSecureMail> call() {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.set("data", data);
            if (id != null) {
                body.put("operationId", id);
            }
            return api.post("/securemail")
                    .query("securebox", box)
                    .json(body)
                    .advice(400, "check the data of the email and the securebox")
                    .returningJson()
                    .map(SecureMailAnswers::sent);
        }

        /** Without the data, which is personal. */
        @Override
        public String toString() {
            return "SendSecureMail";
        }
    }
}
