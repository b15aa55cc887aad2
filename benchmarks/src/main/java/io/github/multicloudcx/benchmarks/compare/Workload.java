package io.github.multicloudcx.benchmarks.compare;

/** What a {@link Program} can do; the first of each kind is by hand. */
enum Workload {
    ONE_CALL_BY_HAND {
        @Override
        void run(String url, String[] rest) throws Exception {
            Floor.statistics(url).call();
        }
    },
    ONE_CALL_BY_US {
        @Override
        void run(String url, String[] rest) throws Exception {
            try (Contender ours = Ours.statistics(url)) {
                ours.call();
            }
        }
    },
    STREAM_BY_HAND {
        @Override
        void run(String url, String[] rest) throws Exception {
            Streams.byHand(url);
        }
    },
    STREAM_BY_US {
        @Override
        void run(String url, String[] rest) {
            Streams.byUs(url);
        }
    },
    DOWNLOAD_BY_HAND {
        @Override
        void run(String url, String[] rest) throws Exception {
            Downloads.byHand(url, rest);
        }
    },
    DOWNLOAD_BY_US {
        @Override
        void run(String url, String[] rest) throws Exception {
            Downloads.byUs(url, rest);
        }
    },
    MANY_BY_HAND {
        @Override
        void run(String url, String[] rest) throws Exception {
            Crowd.byHand(url);
        }
    },
    MANY_BY_HAND_ASYNC {
        @Override
        void run(String url, String[] rest) throws Exception {
            Crowd.byHandAsync(url);
        }
    },
    MANY_BY_US {
        @Override
        void run(String url, String[] rest) throws Exception {
            Crowd.byUs(url);
        }
    },
    MANY_BY_US_ASYNC {
        @Override
        void run(String url, String[] rest) throws Exception {
            Crowd.byUsAsync(url);
        }
    },
    EXPIRED_TOKEN {
        @Override
        void run(String url, String[] rest) throws Exception {
            Crowd.withExpiredToken(url);
        }
    },
    LIVE {
        @Override
        void run(String url, String[] rest) throws Exception {
            Live.byUs(rest);
        }
    },
    ARCHIVE_BY_US {
        @Override
        void run(String url, String[] rest) throws Exception {
            Archive.byUs(rest);
        }
    };

    abstract void run(String url, String[] rest) throws Exception;
}
