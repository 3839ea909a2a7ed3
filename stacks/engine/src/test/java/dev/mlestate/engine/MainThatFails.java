package dev.mlestate.engine;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A program that looks at its environment and fails. */
final class MainThatFails {
  private MainThatFails() {}

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    out.println(
        "stack " + System.getenv("PULUMI_STACK") + " dry " + System.getenv("PULUMI_DRY_RUN"));
    out.println("config " + System.getenv("PULUMI_CONFIG"));
    err.println("the environment file is missing");
    Runtime.getRuntime().exit(3);
  }
}
