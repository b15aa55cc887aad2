package io.github.multicloudcx.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class FirstCallTest {
    @Test
    void printsTheVersionOfTheService() {
        PrintStream before = System.out;
        Output out = new Output();
        System.setOut(out.stream());
        try {
            FirstCall.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        assertThat(out.text()).matches("User Data Management.* \\d+\\.\\d+.*\\R");
    }
}
