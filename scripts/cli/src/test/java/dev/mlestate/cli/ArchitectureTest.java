package dev.mlestate.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the layers: which module may import which, and who may print or exit. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.mlestate");

  private static final String PULUMI = "com.pulumi..";

  /** The package of each cloud's SDK, by the module that alone may know it. */
  private static final Map<String, String> SDKS =
      Map.of(
          "dev.mlestate.aws..", "com.pulumi.aws..",
          "dev.mlestate.gcp..", "com.pulumi.gcp..",
          "dev.mlestate.azure..", "com.pulumi.azurenative..");

  private static final String PULUMI_KUBERNETES = "com.pulumi.kubernetes..";

  /** By module: the modules of ours that it may import, besides itself and problem. */
  private static final Map<String, Set<String>> MAY_IMPORT = new LinkedHashMap<>();

  static {
    MAY_IMPORT.put("problem", Set.of());
    MAY_IMPORT.put("model", Set.of());
    MAY_IMPORT.put("catalog", Set.of("model"));
    MAY_IMPORT.put("planning", Set.of("model", "catalog"));
    MAY_IMPORT.put("inventory", Set.of());
    MAY_IMPORT.put("report", Set.of());
    MAY_IMPORT.put("pulumi", Set.of("planning", "model", "catalog"));
    MAY_IMPORT.put("kubernetes", Set.of("planning", "model", "catalog", "pulumi"));
    MAY_IMPORT.put("aws", Set.of("planning", "model", "catalog", "pulumi", "kubernetes"));
    MAY_IMPORT.put("gcp", Set.of("planning", "model", "catalog", "pulumi", "kubernetes"));
    MAY_IMPORT.put("azure", Set.of("planning", "model", "catalog", "pulumi", "kubernetes"));
    // It runs programs on the engine as a component's own program does, and judges what comes out.
    MAY_IMPORT.put(
        "testkit",
        Set.of(
            "planning",
            "model",
            "catalog",
            "pulumi",
            "inventory",
            "report",
            "wire",
            "engine",
            "simulated",
            "policy",
            "cost",
            "inprocess"));
    MAY_IMPORT.put("wire", Set.of("inventory"));
    MAY_IMPORT.put("engine", Set.of("inventory", "wire"));
    MAY_IMPORT.put("inprocess", Set.of("engine", "pulumi"));
    MAY_IMPORT.put("simulated", Set.of("catalog", "wire"));
    MAY_IMPORT.put("policy", Set.of("model", "inventory", "report"));
    MAY_IMPORT.put("cost", Set.of("model", "inventory", "report", "catalog"));
    MAY_IMPORT.put("estate", Set.of("model", "catalog", "planning", "pulumi"));
    MAY_IMPORT.put(
        "application",
        Set.of(
            "model",
            "catalog",
            "planning",
            "inventory",
            "report",
            "wire",
            "engine",
            "simulated",
            "policy",
            "cost",
            "inprocess",
            "estate"));
    MAY_IMPORT.put("cli", Set.of("application", "report"));
  }

  @Test
  void everyModuleHasARule() {
    Set<String> modules =
        CLASSES.stream()
            .map(type -> type.getPackageName().split("\\.", -1)[2])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(modules).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
  }

  @TestFactory
  Stream<DynamicTest> modulesImportOnlyWhatTheyMay() {
    return MAY_IMPORT.keySet().stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module,
                    () -> {
                      String[] forbidden =
                          MAY_IMPORT.keySet().stream()
                              .filter(other -> !other.equals(module) && !other.equals("problem"))
                              .filter(
                                  other ->
                                      !MAY_IMPORT.getOrDefault(module, Set.of()).contains(other))
                              .map(other -> "dev.mlestate." + other + "..")
                              .toArray(String[]::new);
                      noClasses()
                          .that()
                          .resideInAPackage("dev.mlestate." + module + "..")
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(forbidden)
                          .check(CLASSES);
                    }));
  }

  @Test
  void onlyProgramsAndTheirComponentsKnowPulumisSdk() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.mlestate.pulumi..",
            "dev.mlestate.kubernetes..",
            "dev.mlestate.aws..",
            "dev.mlestate.gcp..",
            "dev.mlestate.azure..",
            "dev.mlestate.testkit..",
            "dev.mlestate.inprocess..",
            "dev.mlestate.estate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PULUMI)
        .check(CLASSES);
  }

  @Test
  void aPlannerKnowsNoPulumiType() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.mlestate.planning..",
            "dev.mlestate.aws.planning..",
            "dev.mlestate.gcp.planning..",
            "dev.mlestate.azure.planning..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PULUMI)
        .check(CLASSES);
  }

  @Test
  void theSdkOfOneCloudIsKnownToItsModuleAlone() {
    SDKS.forEach(
        (module, sdk) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(sdk)
                .check(CLASSES));
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.mlestate.aws..",
            "dev.mlestate.gcp..",
            "dev.mlestate.azure..",
            "dev.mlestate.kubernetes..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PULUMI_KUBERNETES)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineAndLaunchersPrintOrExit() {
    DescribedPredicate<JavaClass> quiet =
        DescribedPredicate.describe(
            "outside of cli and launcher",
            type ->
                !type.getPackageName().startsWith("dev.mlestate.cli")
                    && !type.getPackageName().endsWith(".launcher"));
    for (String stream : List.of("out", "err")) {
      noClasses().that(quiet).should().accessField(System.class, stream).check(CLASSES);
    }
    ArchRule noExit = noClasses().that(quiet).should().callMethod(System.class, "exit", int.class);
    noExit.check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> described =
        CLASSES.stream()
            .filter(type -> type.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(packages).isEqualTo(described);
  }
}
