package dev.mlestate.simulated.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** The kinds of faults as they are written, with what each takes. */
enum FaultKind {
  THROTTLE,
  QUOTA,
  NO_CAPACITY,
  LAG,
  SLOW,
  TIMEOUT,
  DENY,
  INTERNAL;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> words() {
    return Arrays.stream(values()).map(FaultKind::word).toList();
  }

  /** Which calls fail where nothing is said. */
  Set<Call> calls() {
    return switch (this) {
      case THROTTLE, DENY -> EnumSet.allOf(Call.class);
      case QUOTA, NO_CAPACITY, SLOW, TIMEOUT, INTERNAL -> EnumSet.of(Call.CREATE);
      case LAG -> EnumSet.of(Call.READ);
    };
  }

  /** How often where nothing is said: once what passes, and always what does not. */
  OptionalInt times() {
    return switch (this) {
      case THROTTLE, LAG, TIMEOUT, INTERNAL -> OptionalInt.of(1);
      case QUOTA, NO_CAPACITY, SLOW, DENY -> OptionalInt.empty();
    };
  }

  /** The keys that this kind takes. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(FaultKey.COMMON);
    keys.addAll(
        switch (this) {
          case THROTTLE, QUOTA, TIMEOUT, DENY -> List.of(FaultKey.ON);
          case NO_CAPACITY ->
              List.of(FaultKey.ON, FaultKey.MACHINE, FaultKey.ZONE, FaultKey.OPTION);
          case SLOW -> List.of(FaultKey.DURATION);
          case LAG, INTERNAL -> List.of();
        });
    return keys;
  }
}
