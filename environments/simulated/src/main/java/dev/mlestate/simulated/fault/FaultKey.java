package dev.mlestate.simulated.fault;

import java.util.List;

/** The keys of a written fault. */
final class FaultKey {
  static final String KIND = "kind";
  static final String TYPE = "type";
  static final String NAME = "name";
  static final String URN = "urn";
  static final String ON = "on";
  static final String TIMES = "times";
  static final String MACHINE = "machine";
  static final String ZONE = "zone";
  static final String OPTION = "option";
  static final String DURATION = "duration";

  /** What every kind takes. */
  static final List<String> COMMON = List.of(TYPE, NAME, URN, TIMES);

  private FaultKey() {}
}
