package dev.mlestate.cli;

import dev.mlestate.problem.ErrorKind;
import java.util.Optional;

/**
 * Exit codes, the same as the Pulumi CLI's (pulumi/pulumi, sdk/go/common/util/cmdutil, read
 * 2026-11).
 */
final class ExitCode {
  static final int OK = 0;
  static final int OTHER = 1;
  static final int CONFIGURATION = 2;
  static final int POLICY = 5;
  static final int INTERNAL = 255;

  private ExitCode() {}

  /** The code of a run that may have failed. */
  static int of(Optional<ErrorKind> failure) {
    return failure.map(ExitCode::of).orElse(OK);
  }

  static int of(ErrorKind kind) {
    return switch (kind) {
      case OTHER -> OTHER;
      case CONFIGURATION -> CONFIGURATION;
      case AUTHENTICATION -> 3;
      case RESOURCE -> 4;
      case POLICY -> POLICY;
      case STACK_NOT_FOUND -> 6;
      case CANCELLED -> 8;
      case TIMEOUT -> 9;
    };
  }
}
