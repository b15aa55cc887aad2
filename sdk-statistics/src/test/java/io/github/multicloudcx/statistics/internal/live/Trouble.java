package io.github.multicloudcx.statistics.internal.live;

import io.github.multicloudcx.sandbox.FaultBuilder;
import io.github.multicloudcx.sandbox.Sandbox;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What may happen to a live subscription whose poll is being held. */
enum Trouble {
    SESSION_EXPIRED(true, scene -> {
        scene.change();
        scene.sandbox().statistics().expireSessions();
    }),
    NODE_SWITCHED(true, scene -> {
        scene.change();
        scene.sandbox().statistics().switchNode();
    }),
    SERVICE_DOWN_AND_UP(true, scene -> {
        scene.sandbox().statistics().unavailable();
        scene.change();
        scene.sandbox().statistics().available();
    }),
    POLL_500(true, nextPoll(fault -> fault.status(500))),
    POLL_503(true, nextPoll(fault -> fault.status(503))),
    POLL_HTML(true, nextPoll(fault -> fault.html(200))),
    POLL_EMPTY(true, nextPoll(fault -> fault.emptyBody(200))),
    POLL_SPRING(true, nextPoll(fault -> fault.spring(500))),
    POLL_RESET(true, nextPoll(FaultBuilder::resetBeforeAnswer)),
    POLL_403(true, nextPoll(FaultBuilder::gatewayForbidden)),
    THREE_POLLS_500(true, nextPoll(fault -> fault.times(3).status(500))),
    UPDATE_LOST(true, nextPollAndChange(FaultBuilder::loseAnswer)),
    UPDATE_CUT(true, nextPollAndChange(fault -> fault.resetAfterBytes(60))),
    UPDATE_TRUNCATED(true, nextPollAndChange(FaultBuilder::truncatedJson)),
    POLL_SILENT(true, Trouble::silent),
    RESTORE_FAILS(true, scene -> {
        scene.sandbox().faults().on("createSubscription").status(503);
        scene.sandbox().statistics().expireSessions();
        scene.change();
    }),
    PEEK_FAILS(true, scene -> {
        scene.sandbox().faults().on("getSubscriptionStatisticValues").times(3).status(500);
        nextPoll(fault -> fault.status(500)).accept(scene);
    }),
    TOKEN_EXPIRED(false, nextPoll(FaultBuilder::expiredToken)),
    TOKEN_603(false, nextPoll(FaultBuilder::forbidden603)),
    UNWRAPPED(false, scene -> {
        scene.sandbox().statistics().wrapUpdates(false);
        scene.change();
    }),
    WRAPPED_AND_REPEATED(false, scene -> {
        scene.sandbox().statistics().wrapUpdates(true);
        scene.sandbox().statistics().repeatUpdates(true);
        scene.change();
    }),
    SHUFFLED(false, scene -> {
        scene.sandbox().statistics().repeatUpdates(false);
        scene.sandbox().statistics().shuffleUpdates(true);
        scene.change();
        scene.sandbox().statistics().shuffleUpdates(false);
    });

    private final boolean interrupts;
    private final Consumer<Scene> strike;

    Trouble(boolean interrupts, Consumer<Scene> strike) {
        this.interrupts = interrupts;
        this.strike = strike;
    }

    /** Where it happens. */
    record Scene(Sandbox sandbox, VirtualTime time, Duration delay, Runnable changes) {
        void change() {
            changes.run();
        }
    }

    /** Whether updates may be missing afterwards, so that a gap is due. */
    boolean interrupts() {
        return interrupts;
    }

    void strike(Scene scene) {
        strike.accept(scene);
    }

    /** The poll that is held is answered with an update; the next one meets the fault. */
    private static Consumer<Scene> nextPoll(Consumer<FaultBuilder> fault) {
        return scene -> {
            fault.accept(scene.sandbox().faults().on("cometdConnect"));
            scene.change();
            scene.sandbox()
                    .statistics()
                    .push("nobody", "nothing", 1, scene.sandbox().clock().now());
        };
    }

    /** The next poll is held as usual; its answer, an update, meets the fault. */
    private static Consumer<Scene> nextPollAndChange(Consumer<FaultBuilder> fault) {
        return scene -> {
            CountDownLatch met = arrival(scene);
            nextPoll(fault).accept(scene);
            await(met);
            scene.sandbox().statistics().awaitHeldPolls(1, Recorder.PATIENCE);
            scene.change();
            scene.sandbox()
                    .statistics()
                    .push("nobody", "nothing", 1, scene.sandbox().clock().now());
        };
    }

    /** Time may pass only when it is certain which request the silence has met. */
    private static void silent(Scene scene) {
        CountDownLatch met = new CountDownLatch(1);
        scene.sandbox().onAnswer(request -> {
            if ("cometdConnect".equals(request.operationId()) && request.status() == 0) {
                met.countDown();
            }
        });
        nextPoll(FaultBuilder::hang).accept(scene);
        await(met);
        scene.time().advance(scene.delay().plusSeconds(30));
    }

    private static CountDownLatch arrival(Scene scene) {
        CountDownLatch met = new CountDownLatch(1);
        scene.sandbox().onRequest(request -> {
            if ("cometdConnect".equals(request.operationId())) {
                met.countDown();
            }
        });
        return met;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(Recorder.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("no poll came");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
