package io.github.multicloudcx.core.internal.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.multicloudcx.core.Envelope;
import io.github.multicloudcx.core.ResponseStatus;
import io.github.multicloudcx.core.error.FieldError;
import io.github.multicloudcx.core.testing.PipelineSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.indexOf('"') < 0 ? text.replace('\'', '"') : text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Reading read(Envelope envelope, String text) {
        return EnvelopeReader.of(envelope).read(json(text));
    }

    private static Reading.Value value(Envelope envelope, String text) {
        Reading reading = read(envelope, text);
        assertThat(reading).isInstanceOf(Reading.Value.class);
        return (Reading.Value) reading;
    }

    private static Problem refused(Envelope envelope, String text) {
        Reading reading = read(envelope, text);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).problem();
    }

    private static String malformed(Envelope envelope, String text) {
        Reading reading = read(envelope, text);
        assertThat(reading).isInstanceOf(Reading.Malformed.class);
        return ((Reading.Malformed) reading).what();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "'0'"})
    void engageCode0IsSuccessAndItsValueIsTheData(String code) {
        Reading.Value value = value(Envelope.ENGAGE, "{'status':{'code':" + code + ",'message':'ok'},'data':{'a':1}}");
        assertThat(value.payload()).isEqualTo(json("{'a':1}"));
        assertThat(value.status()).isEqualTo(new ResponseStatus("0", "ok", null));
        assertThat(value.errors()).isEmpty();
    }

    @Test
    void engageCode1IsAcceptedForLater() {
        ResponseStatus status = value(Envelope.ENGAGE, "{'status':{'code':1}}").status();
        assertThat(status.accepted()).isTrue();
        assertThat(status.partial()).isFalse();
    }

    @Test
    void engageCode2HandsOnDataAndErrorsWrappedAndUnwrapped() {
        Reading.Value value = value(
                Envelope.ENGAGE,
                "{'status':{'code':2},'data':[1],'errors':[{'status':{'code':404,'message':'a','detail':{'x':1}}},"
                        + "{'code':'405','message':'b'}]}");
        assertThat(value.payload()).isEqualTo(json("[1]"));
        assertThat(value.status().partial()).isTrue();
        assertThat(value.errors())
                .containsExactly(new ResponseStatus("404", "a", json("{'x':1}")), new ResponseStatus("405", "b", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "-1", "500", "'603'", "'OK'", "0.5", "10", "12", "true"})
    void anyOtherEngageCodeIsAnError(String code) {
        assertThat(refused(Envelope.ENGAGE, "{'status':{'code':" + code + "},'data':{}}")
                        .code())
                .isEqualTo(code.replace("'", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | there is no status object in it",
                "[] | there is no status object in it",
                "7 | there is no status object in it",
                "null | there is no status object in it",
                "{'status':'ok'} | there is no status object in it",
                "{'status':{}} | $.status.code is missing",
                "{'status':{'code':null}} | $.status.code is missing",
                "{'status':{'code':''}} | $.status.code is missing",
                "{'status':{'code':{}}} | $.status.code is missing"
            })
    void anAbsentEngageCodeIsAnErrorAndNever0(String text, String what) {
        assertThat(malformed(Envelope.ENGAGE, text.replaceAll("^'|'$", ""))).isEqualTo(what);
    }

    @Test
    void theSampleOfAnEngageErrorIsRead() {
        Problem problem = refused(Envelope.ENGAGE, PipelineSamples.text("intro.status-error"));
        assertThat(problem.code()).isEqualTo("500");
        assertThat(problem.message()).isEqualTo("Resource not found");
        assertThat(problem.detail()).isEqualTo(json("{'ConfCode':12345}"));
    }

    @Test
    void theSampleOfAnEngageSuccessIsRead() {
        Reading.Value value = value(Envelope.ENGAGE, PipelineSamples.text("createSubscription.200"));
        assertThat(value.payload().path("subscriptionId").asText()).isEqualTo("string");
        assertThat(value.errors()).hasSize(1);
    }

    @Test
    void secureEmailHasCodesInWordsAndItsValueIsTheWholeBody() {
        Reading.Value value = value(Envelope.SECURE_EMAIL, "{'id':7,'status':{'code':'SUCCESS'}}");
        assertThat(value.payload().path("id").asInt()).isEqualTo(7);
        assertThat(value.status().code()).isEqualTo("SUCCESS");
        assertThat(refused(Envelope.SECURE_EMAIL, "{'status':{'code':'NOT_FOUND','message':'m'}}")
                        .code())
                .isEqualTo("NOT_FOUND");
        assertThat(malformed(Envelope.SECURE_EMAIL, "{'status':{}}")).isEqualTo("$.status.code is missing");
        assertThat(malformed(Envelope.SECURE_EMAIL, "{'status':'SUCCESS'}"))
                .isEqualTo("there is no status object in it");
    }

    @Test
    void theEmptySampleOfSecureEmailIsASuccess() {
        assertThat(value(Envelope.SECURE_EMAIL, "{}").payload()).isEqualTo(json("{}"));
        assertThat(value(Envelope.SECURE_EMAIL, "{'status':null}").status()).isNull();
    }

    @Test
    void recordingSucceedsWithStatusCode0Only() {
        Reading.Value value =
                value(Envelope.RECORDING, PipelineSamples.text("postRecordingOperation.applyNonDelete.200"));
        assertThat(value.status().code()).isEqualTo("0");
        Problem problem =
                refused(Envelope.RECORDING, PipelineSamples.text("postRecordingOperation.applyNonDelete.400"));
        assertThat(problem.code()).isEqualTo("2");
        assertThat(problem.message()).startsWith("Parameter 'operationName' is invalid");
        assertThat(malformed(Envelope.RECORDING, "{}")).isEqualTo("$.statusCode is missing");
        assertThat(malformed(Envelope.RECORDING, "[0]")).isEqualTo("$.statusCode is missing");
    }

    @Test
    void rulesErrorsNameFieldsWithCodesAsTextOrNumber() {
        Problem problem = refused(Envelope.GRS, PipelineSamples.text("grsDeployPackage.field.422"));
        assertThat(problem.message()).isEqualTo("Validation Failed");
        assertThat(problem.code()).isEqualTo("1000");
        assertThat(problem.fieldErrors())
                .containsExactly(
                        new FieldError("1000", "name", "snapshot name is not found"),
                        new FieldError("1001", "deployScheduleDateTime", "scheduled date/time is in the past."));
        assertThat(refused(Envelope.GRS, PipelineSamples.text("grsLogin.422")).fieldErrors())
                .containsExactly(new FieldError("1000", null, "Password Change Required"));
        assertThat(refused(Envelope.GRS, PipelineSamples.text("grsDeployPackage.package.422"))
                        .fieldErrors())
                .containsExactly(
                        new FieldError(null, null, "Validation error 1"),
                        new FieldError(null, null, "Validation error 2"));
    }

    @Test
    void rulesSuccessIsBare() {
        JsonNode body = json("{'message':'deployed','id':1}");
        assertThat(value(Envelope.GRS, body.toString()).payload()).isEqualTo(body);
    }

    @Test
    void anOauthErrorIsAnErrorUnderAnyStatus() {
        Problem problem = refused(Envelope.OAUTH, PipelineSamples.text("retrieveToken.overview.401"));
        assertThat(problem.code()).isEqualTo("Unauthorized");
        assertThat(problem.message()).isEqualTo("Bad credentials");
        assertThat(value(Envelope.OAUTH, "{'access_token':'t','error':'none'}")
                        .payload()
                        .has("access_token"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':'RUNNING','id':1}",
                "{'status':{'state':'x'}}",
                "[]",
                "7",
                "{'status':{'code':0}}",
                "{'status':{'code':0},'data':null}"
            })
    void aBareBodyIsTheValueAsItStands(String text) {
        assertThat(value(Envelope.BARE, text).payload()).isEqualTo(json(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':'RUNNING','id':1}",
                "{'status':{'code':0}}",
                "{'status':{'code':0},'data':null}",
                "{'data':{'id':7}}"
            })
    void whatIsNotWrappedIsTheValueAsItStands(String text) {
        assertThat(value(Envelope.BARE_OR_ENGAGE, text).payload()).isEqualTo(json(text));
    }

    @Test
    void anEnvelopeIsTakenOffWhereItMayBeOne() {
        String wrapped = "{'status':{'code':0},'data':{'id':7}}";
        assertThat(value(Envelope.BARE_OR_ENGAGE, wrapped).payload()).isEqualTo(json("{'id':7}"));
        assertThat(value(Envelope.BARE, wrapped).payload()).isEqualTo(json(wrapped));
        assertThat(refused(Envelope.BARE_OR_ENGAGE, "{'status':{'code':500},'data':{'id':7}}")
                        .code())
                .isEqualTo("500");
    }

    @Test
    void aBareBodyWithTheStatusOfAnErrorIsAnError() {
        assertThat(refused(Envelope.BARE, "{'status':{'code':404,'message':'no job'}}")
                        .message())
                .isEqualTo("no job");
    }

    @ParameterizedTest
    @EnumSource(Envelope.class)
    void everyEnvelopeHasAReader(Envelope envelope) {
        assertThat(EnvelopeReader.of(envelope).read(json("[]"))).isNotNull();
    }
}
