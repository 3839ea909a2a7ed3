package dev.mlestate.cli;

import dev.mlestate.application.Interrupts;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One run of the command line, without a process. */
record Invocation(int code, String out, String err) {
  static Invocation of(String... arguments) {
    return with(Map.of(), arguments);
  }

  static Invocation with(Map<String, String> variables, String... arguments) {
    Map<String, String> all = new TreeMap<>(variables);
    // To write an archive takes longer than it saves here.
    all.putIfAbsent("MLESTATE_CLASS_ARCHIVES", "false");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLineInterface(
                Checkout.ROOT,
                new ByteArrayInputStream("".getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                Map.copyOf(all),
                false,
                new Interrupts())
            .run(arguments);
    return new Invocation(code, out.toString(), err.toString());
  }
}
