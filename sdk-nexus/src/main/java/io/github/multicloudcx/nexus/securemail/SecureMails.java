package io.github.multicloudcx.nexus.securemail;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.multicloudcx.core.Call;
import org.jspecify.annotations.Nullable;

/** Secure email: messages of consumers that are kept in the contact center instead of being mailed; see "Secure Email". */
public interface SecureMails {
    /**
     * Lists the emails of a consumer; see "List secure emails" ({@code GET /securemail}).
     *
     * @param address mail address of the consumer
     * @return the list
     * @throws IllegalArgumentException when it is no mail address
     */
    SecureMailList list(String address);

    /**
     * Counts the emails of a consumer; see "Count secure emails" ({@code GET /securemail/count}).
     *
     * @param address mail address of the consumer
     * @return a builder
     * @throws IllegalArgumentException when it is no mail address
     */
    CountSecureMails count(String address);

    /**
     * Sends an email, which reaches Genesys as a web form and is routed like any email; see "Send secure email"
     * ({@code POST /securemail}).
     *
     * @param data map, {@link JsonNode} or anything else that Jackson writes; the reference does not describe its fields
     * @return a builder
     * @throws IllegalArgumentException when it cannot be written as JSON
     */
    SendSecureMail send(Object data);

    /**
     * Gets an email; see "Get secure email" ({@code GET /securemail/{secureMailId}}).
     *
     * @param secureMailId id of the email
     * @return the call
     * @throws IllegalArgumentException when the id is blank
     */
    Call<SecureMail> get(String secureMailId);

    /**
     * Gets an email, marks it as read, and takes an inbound one out of routing; see "Get secure email"
     * ({@code GET /securemail/{secureMailId}?read=true}). Doing so twice is the same as once, so it is repeated like any GET.
     * When it fails all the same, the email may be marked: the message and the fate of the exception say so.
     *
     * @param secureMailId id of the email
     * @return the call
     * @throws IllegalArgumentException when the id is blank
     */
    Call<SecureMail> getAndMarkRead(String secureMailId);

    /**
     * Marks an email as read, deletes or purges it; see "Delete secure email" ({@code DELETE /securemail/{secureMailId}}).
     *
     * @param secureMailId id of the email
     * @param how how far it is removed
     * @return the call
     * @throws IllegalArgumentException when the id is blank
     */
    Call<@Nullable Void> remove(String secureMailId, Removal how);

    /**
     * Gets the data attached to the interaction of an email; see "Get user data"
     * ({@code GET /securemail/{secureMailId}/userdata}). Some internal keys may be left out by the server.
     *
     * @param secureMailId id of the email
     * @return the call, whose value is an object, an empty one when the server answered none
     * @throws IllegalArgumentException when the id is blank
     */
    Call<JsonNode> userData(String secureMailId);
}
