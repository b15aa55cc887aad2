package io.github.multicloudcx.recording;

import io.github.multicloudcx.testsupport.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("io.github.multicloudcx.recording");
    }
}
