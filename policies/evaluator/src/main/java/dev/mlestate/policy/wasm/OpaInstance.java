package dev.mlestate.policy.wasm;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportMemory;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.MemoryImport;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.ValType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One instance of the compiled rules; it speaks OPA's WebAssembly ABI 1
 * (openpolicyagent.org/docs/wasm, read 2026-11-23). Results are dumped as JSON, in which a set is
 * an array. Not thread-safe, and of no use after an exception.
 */
public final class OpaInstance {
  private static final int ABI_VERSION = 1;

  private final Instance instance;
  private final Memory memory;
  private final int emptyData;

  public OpaInstance() {
    MemoryLimits limits =
        Rules.load().importSection().stream()
            .filter(MemoryImport.class::isInstance)
            .map(memoryImport -> ((MemoryImport) memoryImport).limits())
            .findFirst()
            .orElseThrow(() -> new OpaException("the compiled rules import no memory"));
    memory = new ByteArrayMemory(new MemoryLimits(limits.initialPages(), Memory.RUNTIME_MAX_PAGES));
    instance =
        Instance.builder(Rules.load())
            .withMachineFactory(Rules::create)
            .withImportValues(imports(memory))
            .build();
    int version = Math.toIntExact(instance.global(globalIndex("opa_wasm_abi_version")).getValue());
    if (version != ABI_VERSION) {
      throw new OpaException("the compiled rules speak ABI " + version + ", not " + ABI_VERSION);
    }
    emptyData = parse("{}".getBytes(StandardCharsets.UTF_8));
  }

  /** The entry points, a JSON object of path to index. */
  public String entrypoints() {
    return dump(call("entrypoints"));
  }

  /** The functions that the host would have to provide, a JSON object; empty as it should be. */
  public String builtins() {
    return dump(call("builtins"));
  }

  /**
   * Evaluates each entry point on the same input, which is parsed once; the heap is rewound after
   * each.
   *
   * @param input a JSON document
   * @return a JSON document for each entry point, in their order: an array of at most one object
   *     with the key result
   */
  public List<String> evaluate(byte[] input, List<Integer> entrypoints) {
    int start = call("opa_heap_ptr_get");
    int value = parse(input);
    rewind(call("opa_heap_ptr_get"));
    int parsed = call("opa_heap_ptr_get");
    List<String> results = new ArrayList<>();
    for (int entrypoint : entrypoints) {
      results.add(evaluate(value, entrypoint));
      rewind(parsed);
    }
    rewind(start);
    return Collections.unmodifiableList(results);
  }

  private String evaluate(int input, int entrypoint) {
    int context = call("opa_eval_ctx_new");
    call("opa_eval_ctx_set_input", context, input);
    call("opa_eval_ctx_set_data", context, emptyData);
    call("opa_eval_ctx_set_entrypoint", context, entrypoint);
    int code = call("eval", context);
    if (code != 0) {
      throw new OpaException("evaluation ended with code " + code);
    }
    return dump(call("opa_eval_ctx_get_result", context));
  }

  /** Drops everything above the pointer, the blocks that were freed there included. */
  private void rewind(int pointer) {
    call("opa_heap_stash_clear");
    call("opa_heap_blocks_stash");
    call("opa_heap_stash_clear");
    call("opa_heap_ptr_set", pointer);
  }

  private int parse(byte[] json) {
    int address = call("opa_malloc", json.length);
    memory.write(address, json);
    int value = call("opa_json_parse", address, json.length);
    if (value == 0) {
      throw new OpaException("the input is no JSON document");
    }
    return value;
  }

  private String dump(int value) {
    return memory.readCString(call("opa_json_dump", value), StandardCharsets.UTF_8);
  }

  private int call(String function, long... arguments) {
    ExportFunction export = instance.export(function);
    long[] results = export.apply(arguments);
    return results == null || results.length == 0 ? 0 : (int) results[0];
  }

  private int globalIndex(String name) {
    var exports = instance.module().exportSection();
    for (int i = 0; i < exports.exportCount(); i++) {
      if (exports.getExport(i).name().equals(name)) {
        return exports.getExport(i).index();
      }
    }
    throw new OpaException("the compiled rules do not export " + name);
  }

  private static ImportValues imports(Memory memory) {
    List<ImportFunction> functions = new ArrayList<>();
    functions.add(
        host(
            "opa_abort",
            1,
            0,
            (caller, arguments) -> {
              throw new OpaException(
                  memory.readCString((int) arguments[0], StandardCharsets.UTF_8));
            }));
    functions.add(host("opa_println", 1, 0, (caller, arguments) -> new long[0]));
    for (int arguments = 0; arguments <= 4; arguments++) {
      functions.add(
          host(
              "opa_builtin" + arguments,
              arguments + 2,
              1,
              (caller, values) -> {
                throw new OpaException("a rule uses a function that the host does not provide");
              }));
    }
    return ImportValues.builder()
        .addMemory(new ImportMemory("env", "memory", memory))
        .addFunction(functions.toArray(ImportFunction[]::new))
        .build();
  }

  private static HostFunction host(
      String name,
      int parameters,
      int results,
      com.dylibso.chicory.runtime.WasmFunctionHandle handle) {
    return new HostFunction(
        "env",
        name,
        FunctionType.of(
            Collections.nCopies(parameters, ValType.I32),
            Collections.nCopies(results, ValType.I32)),
        handle);
  }
}
