package io.github.multicloudcx.nexus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Upload;
import io.github.multicloudcx.core.error.ConflictException;
import io.github.multicloudcx.core.error.ForbiddenException;
import io.github.multicloudcx.core.error.NotFoundException;
import io.github.multicloudcx.core.error.UnauthorizedException;
import io.github.multicloudcx.core.error.UnsupportedMediaTypeException;
import io.github.multicloudcx.nexus.messaging.Channel;
import io.github.multicloudcx.nexus.messaging.ChannelCredentials;
import io.github.multicloudcx.nexus.messaging.InboundMessage;
import io.github.multicloudcx.nexus.messaging.UploadedMedia;
import io.github.multicloudcx.nexus.openmedia.CreatedInteraction;
import io.github.multicloudcx.nexus.openmedia.OpenMedia;
import io.github.multicloudcx.nexus.securemail.Removal;
import io.github.multicloudcx.nexus.securemail.SecureMail;
import io.github.multicloudcx.nexus.securemail.SecureMailStatus;
import io.github.multicloudcx.nexus.securemail.SecureMails;
import io.github.multicloudcx.nexus.securemail.SentSecureMail;
import io.github.multicloudcx.sandbox.SignatureVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Secure email, open media and channels against the sandbox, which checks every request and every signature. */
@Timeout(60)
class RestSandboxTest {
    private final Deployment deployment = new Deployment();

    @TempDir
    Path directory;

    @AfterEach
    void close() {
        deployment.close();
    }

    @Test
    void aMailboxIsListedReadAnsweredAndPurged() {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            added.add(
                    0,
                    deployment.control.addSecureMail(
                            "a@mail.com", "box1", Samples.tree("{\"subject\":\"" + i + "\"}")));
        }
        SecureMails mails = deployment.nexus.secureMails();
        List<SecureMail> listed =
                mails.list("a@mail.com").securebox("box1").stream().toList();
        assertThat(listed).extracting(SecureMail::id).isEqualTo(added);
        assertThat(mails.count("a@mail.com").securebox("box1").call().execute().count())
                .isEqualTo(25);
        SecureMail read = mails.getAndMarkRead(added.get(0)).execute();
        assertThat(read.json().path("subject").asText()).isEqualTo("24");
        assertThat(mails.count("a@mail.com")
                        .securebox("box1")
                        .status(SecureMailStatus.UNREAD)
                        .call()
                        .execute()
                        .count())
                .isEqualTo(24);
        assertThat(mails.userData(added.get(0)).execute().path("EmailAddress").asText())
                .isEqualTo("a@mail.com");
        for (SecureMail mail : listed) {
            mails.remove(mail.id(), Removal.PURGE).execute();
        }
        assertThat(mails.list("a@mail.com").securebox("box1").stream()).isEmpty();
        assertThat(catchThrowable(() -> mails.get(added.get(0)).execute()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("there is no secure email with this id");
    }

    @Test
    void aMailIsSentInEveryForm() {
        SecureMails mails = deployment.nexus.secureMails();
        for (boolean other : new boolean[] {false, true}) {
            deployment.control.forms().sentMailBelowData(other);
            deployment.control.forms().referencesAsObjects(other);
            SentSecureMail sent = mails.send(Map.of("from", "a@mail.com", "subject", "s"))
                    .call()
                    .execute();
            assertThat(sent.secureMailId()).isNotBlank();
            assertThat(sent.selfUri()).endsWith(sent.secureMailId());
            assertThat(sent.operationId().isObject()).isEqualTo(other);
            assertThat(mails.get(sent.secureMailId()).execute().id()).isEqualTo(sent.secureMailId());
        }
        deployment.control.strangersAreUnknown(true);
        assertThat(catchThrowable(() -> mails.list("b@mail.com").page().execute()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("(code INVALID_PARTICIPANT)")
                .hasMessageContaining("there is no contact with this address");
    }

    @Test
    void anInteractionIsCreatedFoundThroughBothDoorsChangedAndStopped() {
        OpenMedia cases = deployment.nexus.openMedia("cases");
        CreatedInteraction created = cases.create()
                .externalId("ext_case/7")
                .userData("priority", 1)
                .call()
                .execute();
        assertThat(created.existed()).isFalse();
        String id = created.json().path("id").asText();
        assertThat(cases.byId(id).get().execute())
                .isEqualTo(cases.byExternalId("ext_case/7").get().execute());
        assertThat(catchThrowable(
                        () -> cases.create().externalId("ext_case/7").call().execute()))
                .isInstanceOf(ConflictException.class);
        CreatedInteraction again =
                cases.create().externalId("ext_case/7").returnExisting().call().execute();
        assertThat(again.existed()).isTrue();
        assertThat(again.json().path("id").asText()).isEqualTo(id);
        assertThat(cases.byId(id)
                        .update()
                        .change("priority", 2)
                        .add("owner", "me")
                        .call()
                        .execute()
                        .path("userData"))
                .isEqualTo(Samples.tree("{\"priority\":2,\"owner\":\"me\"}"));
        assertThat(cases.byExternalId("ext_case/7")
                        .update()
                        .delete("owner")
                        .call()
                        .execute()
                        .at("/userData/owner")
                        .isMissingNode())
                .isTrue();
        assertThat(cases.byExternalId("ext_case/7")
                        .stop()
                        .reasonSystemName("done")
                        .call()
                        .execute()
                        .path("state")
                        .asText())
                .isEqualTo("stopped");
        assertThat(cases.byId(id).stop().call().execute().path("state").asText())
                .isEqualTo("stopped");
        deployment.control.unknownService("nothing");
        assertThat(catchThrowable(() ->
                        deployment.nexus.openMedia("nothing").create().call().execute()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("there is no open media service of this name");
        assertThat(deployment.control.interactions("cases")).hasSize(1);
    }

    @Test
    void everyRequestOfAChannelIsSignedAsTheSandboxReckons() throws IOException {
        Channel sms = deployment.sms();
        InboundMessage text =
                InboundMessage.text("Grüße 👋").from("16504661149").to("0123456789");
        assertThat(sms.send(List.of(text, text)).execute().ids()).containsExactly("in-1", "in-2");
        deployment.control.forms().idsAsObjects(false);
        assertThat(sms.send(text).execute().ids()).containsExactly("in-3");
        byte[] content = new byte[2_000_000];
        new java.util.Random(7).nextBytes(content);
        Path file = Files.write(directory.resolve("My picture.png"), content);
        UploadedMedia media =
                sms.upload(Upload.file(file).contentType("image/png")).execute();
        assertThat(media.filename()).isEqualTo("My picture.png");
        assertThat(media.mimetype()).isEqualTo("image/png");
        assertThat(media.length()).isEqualTo(2_000_000);
        ApiResponse<Path> download =
                sms.download(media.mediaId()).to(directory.resolve("copy.png")).executeForResponse();
        assertThat(download.value()).hasBinaryContent(content);
        assertThat(download.header("Content-Type")).isEqualTo("image/png");
        sms.deleteMedia(media.mediaId()).execute();
        assertThat(catchThrowable(() -> sms.download(media.mediaId())
                        .to(directory.resolve("gone"))
                        .execute()))
                .isInstanceOf(NotFoundException.class);
        assertThat(deployment.control.signatures())
                .hasSize(6)
                .allSatisfy(verdict -> assertThat(verdict).matches(SignatureVerdict::fits));
        assertThat(deployment.control.messages().get(0).json()).isEqualTo(text.json());
    }

    @Test
    void whatAChannelRefusesIsSaid() {
        InboundMessage text = InboundMessage.text("hello").from("1").to("2");
        String secret = deployment.control.appSecret();
        String ccid = deployment.control.contactCenterId();
        assertThat(catchThrowable(() -> deployment
                        .nexus
                        .channel("0123456789", ChannelCredentials.of(ccid, "wrong"))
                        .send(text)
                        .execute()))
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("check the app secret of the channel");
        assertThat(catchThrowable(() -> deployment
                        .nexus
                        .channel("0123456789", ChannelCredentials.of("other", secret))
                        .send(text)
                        .execute()))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("check the contact center id");
        assertThat(catchThrowable(() -> deployment.channel("a/b").send(text).execute()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("there is no channel of this id");
        deployment.control.refuseMediaType("text/plain");
        assertThat(catchThrowable(() -> deployment
                        .sms()
                        .upload(Upload.bytes("a", new byte[1]).contentType("text/plain"))
                        .execute()))
                .isInstanceOf(UnsupportedMediaTypeException.class);
        deployment.control.addChannel("+49/30", ccid, secret);
        assertThat(deployment.channel("+49/30").send(text).execute().ids()).hasSize(1);
    }
}
