package dev.mlestate.testkit.reference;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A source file as the compiler reads it, since class files keep neither Javadoc nor text. */
final class JavaSource {
  /**
   * A public method.
   *
   * @param parameters as in the source, such as {@code Output<String> value}
   * @param doc empty if it has none
   */
  record Method(String name, String result, List<String> parameters, String doc) {}

  private static final String SOURCES = "src/main/java";

  private final Path file;
  private final String text;
  private final DocTrees trees;
  private final CompilationUnitTree unit;
  private final ClassTree type;

  JavaSource(Path file) {
    this.file = file;
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      text = Files.readString(file);
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjects(file.toFile()));
      trees = DocTrees.instance(task);
      unit = task.parse().iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    type = (ClassTree) unit.getTypeDecls().get(0);
  }

  String text() {
    return text;
  }

  String doc() {
    return docOf(type);
  }

  /** The methods that callers of an object see, but those that come from the superclass. */
  List<Method> methods() {
    return methods(type);
  }

  /** The setters of the nested Builder, then those of its own superclass beside it. */
  List<Method> setters() {
    ClassTree builder = nested("Builder").orElse(type);
    return Stream.concat(
            inherited().stream().flatMap(parent -> parent.setters().stream()),
            methods(builder).stream()
                .filter(method -> method.result().matches("B|Builder"))
                .filter(method -> !method.parameters().isEmpty()))
        .toList();
  }

  /** The setters without which nothing is built. */
  List<String> required() {
    List<String> names =
        Pattern.compile("required\\([^\"]*,\\s*\"(\\w+)\"\\)")
            .matcher(text)
            .results()
            .map(result -> result.group(1))
            .collect(Collectors.toList());
    inherited().ifPresent(parent -> names.addAll(parent.required()));
    return names;
  }

  /** The parameters of a method, and the text of its body without what is about returning. */
  Method snippet(String name) {
    MethodTree method =
        type.getMembers().stream()
            .filter(MethodTree.class::isInstance)
            .map(MethodTree.class::cast)
            .filter(each -> each.getName().contentEquals(name))
            .findFirst()
            .orElseThrow();
    long from = trees.getSourcePositions().getStartPosition(unit, method.getBody());
    long to = trees.getSourcePositions().getEndPosition(unit, method.getBody());
    String body = text.substring((int) from + 1, (int) to - 1);
    return new Method(
        name,
        Objects.toString(method.getReturnType()),
        method.getParameters().stream().map(Tree::toString).toList(),
        body.stripTrailing().replaceFirst("^\n", "").stripIndent().replace("return ", ""));
  }

  /** The source of the nested Builder's superclass, unless that is the one of all builders. */
  private Optional<JavaSource> inherited() {
    return Optional.ofNullable(nested("Builder").orElse(type).getExtendsClause())
        .map(parent -> parent.toString().replaceFirst("<.*", ""))
        .filter(parent -> !parent.equals("ComponentBuilder"))
        .map(parent -> new JavaSource(fileOf(parent)));
  }

  /** The file of a class of the same module, which is imported or in the same package. */
  private Path fileOf(String simpleName) {
    String path = file.toString();
    for (ImportTree each : unit.getImports()) {
      String imported = each.getQualifiedIdentifier().toString();
      if (imported.endsWith("." + simpleName)) {
        String root = path.substring(0, path.indexOf(SOURCES) + SOURCES.length());
        return Path.of(root, imported.replace('.', '/') + ".java");
      }
    }
    return file.resolveSibling(simpleName + ".java");
  }

  private Optional<ClassTree> nested(String name) {
    return type.getMembers().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .filter(each -> each.getSimpleName().contentEquals(name))
        .findFirst();
  }

  private List<Method> methods(ClassTree owner) {
    return owner.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast)
        .filter(method -> method.getModifiers().getFlags().contains(Modifier.PUBLIC))
        .filter(method -> !method.getModifiers().getFlags().contains(Modifier.STATIC))
        .filter(method -> method.getModifiers().getAnnotations().isEmpty())
        .map(
            method ->
                new Method(
                    method.getName().toString(),
                    Objects.toString(method.getReturnType()),
                    method.getParameters().stream().map(Tree::toString).toList(),
                    docOf(method)))
        .toList();
  }

  private String docOf(Tree tree) {
    return Objects.requireNonNullElse(trees.getDocComment(TreePath.getPath(unit, tree)), "");
  }
}
