package dev.mlestate.problem;

/** What kind of thing failed; the command line maps each kind to Pulumi's exit code. */
public enum ErrorKind {
  CONFIGURATION,
  AUTHENTICATION,
  RESOURCE,
  POLICY,
  STACK_NOT_FOUND,
  CANCELLED,
  TIMEOUT,
  OTHER
}
