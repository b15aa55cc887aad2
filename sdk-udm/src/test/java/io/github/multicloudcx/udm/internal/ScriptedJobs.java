package io.github.multicloudcx.udm.internal;

import io.github.multicloudcx.core.ApiResponse;
import io.github.multicloudcx.core.Call;
import io.github.multicloudcx.core.RetryPolicy;
import io.github.multicloudcx.core.error.CxException;
import io.github.multicloudcx.udm.ExportHistory;
import io.github.multicloudcx.udm.ExportJobs;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Jobs and history that answer what a test wrote down, in its order. */
final class ScriptedJobs {
    final List<Duration> timeouts = new ArrayList<>();
    private final Deque<Object> progress = new ArrayDeque<>();
    private final Deque<Object> jobs = new ArrayDeque<>();
    private final Deque<Object> records = new ArrayDeque<>();

    ScriptedJobs progress(Object... answers) {
        progress.addAll(Arrays.asList(answers));
        return this;
    }

    ScriptedJobs job(Object... answers) {
        jobs.addAll(Arrays.asList(answers));
        return this;
    }

    ScriptedJobs record(Object... answers) {
        records.addAll(Arrays.asList(answers));
        return this;
    }

    List<Object> left() {
        return Stream.of(progress, jobs, records).flatMap(Deque::stream).toList();
    }

    ExportJobs jobs() {
        return fake(ExportJobs.class);
    }

    ExportHistory history() {
        return fake(ExportHistory.class);
    }

    private <T> T fake(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (!"7".equals(arguments[0])) {
                        throw new AssertionError("another job: " + arguments[0]);
                    }
                    if (method.getName().equals("progress")) {
                        return new Scripted(progress);
                    }
                    return new Scripted(type == ExportJobs.class ? jobs : records);
                }));
    }

    private final class Scripted implements Call<Object> {
        private final Deque<Object> answers;

        private Scripted(Deque<Object> answers) {
            this.answers = answers;
        }

        @Override
        public Object execute() {
            Object answer = answers.remove();
            if (answer instanceof CxException failure) {
                throw failure;
            }
            return answer;
        }

        @Override
        public Call<Object> timeout(Duration total) {
            timeouts.add(total);
            return this;
        }

        @Override
        public ApiResponse<Object> executeForResponse() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<io.github.multicloudcx.core.ApiResponse<Object>> executeForResponseAsync() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Object> executeAsync() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call<Object> retryPolicy(RetryPolicy policy) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Call<Object> header(String name, String value) {
            throw new UnsupportedOperationException();
        }
    }
}
