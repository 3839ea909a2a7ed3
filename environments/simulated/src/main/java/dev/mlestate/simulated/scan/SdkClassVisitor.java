package dev.mlestate.simulated.scan;

import dev.mlestate.simulated.scan.SdkClasses.Property;
import dev.mlestate.simulated.scan.SdkClasses.ResourceClass;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Takes from one class what Pulumi's annotations say of a resource, its arguments or an enum. */
final class SdkClassVisitor extends ClassVisitor {
  private static final String ANNOTATIONS = "Lcom/pulumi/core/annotations/";

  private final SdkClasses classes;
  private String className = "";
  private String token = "";
  private boolean enumeration;
  private final List<Property> exports = new ArrayList<>();
  private final List<Property> imports = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final SortedSet<String> optionalGetters = new TreeSet<>();
  private final List<String[]> exportFields = new ArrayList<>();

  SdkClassVisitor(SdkClasses classes) {
    super(Opcodes.ASM9);
    this.classes = classes;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    className = name;
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    if (descriptor.equals(ANNOTATIONS + "EnumType;")) {
      enumeration = true;
    }
    if (!descriptor.equals(ANNOTATIONS + "ResourceType;")) {
      return null;
    }
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visit(String name, Object value) {
        if (name.equals("type")) {
          token = (String) value;
        }
      }
    };
  }

  @Override
  public FieldVisitor visitField(
      int access, String field, String type, @Nullable String signature, @Nullable Object value) {
    String generic = signature == null ? type : signature;
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        boolean export = annotation.equals(ANNOTATIONS + "Export;");
        return export || annotation.equals(ANNOTATIONS + "Import;")
            ? new PropertyVisitor(field, generic, export)
            : null;
      }
    };
  }

  private final class PropertyVisitor extends AnnotationVisitor {
    private final String field;
    private final String signature;
    private final boolean export;
    private String name = "";
    private boolean required;

    PropertyVisitor(String field, String signature, boolean export) {
      super(Opcodes.ASM9);
      this.field = field;
      this.signature = signature;
      this.export = export;
    }

    @Override
    public void visit(String key, Object value) {
      if (key.equals("name")) {
        name = (String) value;
      } else if (key.equals("required")) {
        required = (Boolean) value;
      }
    }

    @Override
    public void visitEnd() {
      if (export) {
        exports.add(new Property(name, signature, true));
        exportFields.add(new String[] {field, name});
      } else {
        imports.add(new Property(name, signature, required));
      }
    }
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (signature != null
        && signature.startsWith("()Lcom/pulumi/core/Output<Ljava/util/Optional<")) {
      optionalGetters.add(name);
    }
    return enumeration && name.equals("<clinit>") ? new EnumVisitor() : null;
  }

  /** Collects the value of each constant: the second of the strings that its constructor takes. */
  private final class EnumVisitor extends MethodVisitor {
    private int constants;
    private @Nullable Object last;

    EnumVisitor() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitLdcInsn(Object value) {
      last = value;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (name.equals("<init>") && owner.equals(className)) {
        constants++;
        if (last instanceof String text) {
          values.add(text);
        }
        last = null;
      }
    }

    @Override
    public void visitEnd() {
      if (values.size() != constants) {
        // An enumeration of numbers: its values are not collected, so any is accepted.
        values.clear();
      }
    }
  }

  @Override
  public void visitEnd() {
    String dotted = className.replace('/', '.');
    if (!token.isEmpty()) {
      SortedSet<String> optional = new TreeSet<>();
      for (String[] field : exportFields) {
        if (optionalGetters.contains(field[0])) {
          optional.add(field[1]);
        }
      }
      classes.resources.put(dotted, new ResourceClass(token, List.copyOf(exports), optional));
    }
    if (!imports.isEmpty() && className.endsWith("Args")) {
      classes.arguments.put(dotted, List.copyOf(imports));
    }
    if (!values.isEmpty()) {
      classes.enumerations.put(dotted, List.copyOf(values));
    }
  }
}
