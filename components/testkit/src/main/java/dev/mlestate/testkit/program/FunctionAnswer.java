package dev.mlestate.testkit.program;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers a provider's function, such as {@code aws:ec2/getAmi:getAmi}. */
@FunctionalInterface
public interface FunctionAnswer {
  /** The result, given the arguments; text, booleans, numbers, lists and maps in both. */
  Map<String, ?> answer(Map<String, @Nullable Object> arguments);
}
