package dev.mlestate.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import com.google.rpc.QuotaFailure;
import dev.mlestate.simulated.fault.FaultPlan;
import dev.mlestate.simulated.fault.FaultSpecs;
import dev.mlestate.wire.PropertyValue.Obj;
import dev.mlestate.wire.PropertyValues;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engine sees when a simulated cloud fails on request. */
class FaultsTest {
  private static final String VPC = "aws:ec2/vpc:Vpc";
  private static final String SUBNET = "aws:ec2/subnet:Subnet";
  private static final String NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";
  private static final Obj VPC_INPUTS = PropertyValues.object("cidrBlock", "10.0.0.0/16");

  @TempDir private Path folder;
  private final List<Duration> slept = new ArrayList<>();

  private FaultPlan plan(String... specs) {
    return new FaultPlan(FaultSpecs.read(List.of(specs), Optional.empty()), slept::add);
  }

  private SimulatedAccount account() {
    return SimulatedAws.open(CloudOptions.of(folder, "111122223333"));
  }

  private TestProvider aws(String... specs) {
    TestProvider provider = new TestProvider(account().provider(plan(specs)));
    provider.configure(PropertyValues.object("region", "us-east-1"));
    return provider;
  }

  private static StatusRuntimeException refused(ThrowingCallable call) {
    CompletionException failed = catchThrowableOfType(CompletionException.class, call);
    assertThat(failed).isNotNull();
    return (StatusRuntimeException) Objects.requireNonNull(failed.getCause());
  }

  private static Any detail(StatusRuntimeException refused) {
    com.google.rpc.Status status = Objects.requireNonNull(StatusProto.fromThrowable(refused));
    assertThat(status.getDetailsList()).hasSize(1);
    return status.getDetails(0);
  }

  private static void assertRefused(ThrowingCallable call, Code code, String text) {
    StatusRuntimeException refused = refused(call);
    assertThat(refused.getStatus().getCode()).isEqualTo(code);
    assertThat(refused.getStatus().getDescription()).contains(text);
  }

  @Test
  void throttlingEndsAfterAsManyCallsOfEachResource() {
    TestProvider aws = aws("throttle:type=" + VPC + ",on=create,times=2");
    for (String name : List.of("a", "b")) {
      for (int i = 0; i < 2; i++) {
        assertRefused(
            () -> aws.make(VPC, name, VPC_INPUTS),
            Code.RESOURCE_EXHAUSTED,
            "ThrottlingException: Rate exceeded");
      }
      assertThat(aws.make(VPC, name, VPC_INPUTS)).startsWith("vpc-");
    }
    assertThat(account().inventory()).hasSize(2);
  }

  @Test
  void aPreviewAndOtherResourcesMeetNoFault() {
    TestProvider aws = aws("deny:type=" + VPC + ",name=a");
    assertThat(aws.create(VPC, "a", VPC_INPUTS, true).getId()).isEmpty();
    assertThat(aws.make(VPC, "b", VPC_INPUTS)).startsWith("vpc-");
    assertRefused(
        () -> aws.make(VPC, "a", VPC_INPUTS),
        Code.PERMISSION_DENIED,
        "not authorized to perform: ec2:CreateVpc");
  }

  @Test
  void anExhaustedQuotaIsToldAsOne() throws InvalidProtocolBufferException {
    TestProvider aws = aws("quota");
    StatusRuntimeException refused =
        refused(
            () ->
                aws.make(
                    NODE_GROUP,
                    "h100",
                    PropertyValues.object(
                        "instanceTypes",
                        PropertyValues.of(List.of(PropertyValues.of("p5.48xlarge"))))));
    assertThat(refused.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(refused.getStatus().getDescription()).contains("VcpuLimitExceeded");
    assertThat(detail(refused).unpack(QuotaFailure.class).getViolations(0).getSubject())
        .isEqualTo("p5.48xlarge");
  }

  private static Obj group(String subnet, String... more) {
    Obj group =
        PropertyValues.object(
            "instanceTypes",
            PropertyValues.of(List.of(PropertyValues.of("p5.48xlarge"))),
            "subnetIds",
            PropertyValues.of(List.of(PropertyValues.of(subnet))));
    for (int i = 0; i < more.length; i += 2) {
      group = PropertyValues.with(group, more[i], PropertyValues.of(more[i + 1]));
    }
    return group;
  }

  @Test
  void machinesAreScarceByTypeZoneAndOption() throws InvalidProtocolBufferException {
    TestProvider aws = aws("no-capacity:machine=p5.*,zone=us-east-1a,option=spot");
    String vpc = aws.make(VPC, "a", VPC_INPUTS);
    String subnet =
        aws.make(
            SUBNET,
            "a",
            PropertyValues.object(
                "vpcId", vpc, "cidrBlock", "10.0.0.0/24", "availabilityZone", "us-east-1a"));
    StatusRuntimeException refused =
        refused(() -> aws.make(NODE_GROUP, "spot", group(subnet, "capacityType", "SPOT")));
    assertThat(refused.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(refused.getStatus().getDescription())
        .contains("Could not launch Spot Instances. UnfulfillableCapacity");
    ErrorInfo info = detail(refused).unpack(ErrorInfo.class);
    assertThat(info.getReason()).isEqualTo("resource_availability");
    assertThat(info.getDomain()).isEqualTo("ec2.amazonaws.com");
    assertThat(info.getMetadataMap())
        .isEqualTo(Map.of("vmType", "p5.48xlarge", "zone", "us-east-1a", "purchaseOption", "spot"));
    assertThat(aws.make(NODE_GROUP, "on-demand", group(subnet, "capacityType", "ON_DEMAND")))
        .isNotEmpty();
  }

  @Test
  void aReservationIsNamedByTheLaunchTemplate() {
    TestProvider aws = aws("no-capacity:option=reservation");
    String template =
        aws.make(
            "aws:ec2/launchTemplate:LaunchTemplate",
            "reserved",
            PropertyValues.object(
                "name",
                "reserved",
                "capacityReservationSpecification",
                PropertyValues.object(
                    "capacityReservationPreference", "capacity-reservations-only")));
    Obj group =
        PropertyValues.with(
            group("subnet-0", "capacityType", "ON_DEMAND"),
            "launchTemplate",
            PropertyValues.object("id", template));
    assertRefused(
        () -> aws.make(NODE_GROUP, "reserved", group),
        Code.RESOURCE_EXHAUSTED,
        "ReservationCapacityExceeded");
  }

  @Test
  void googleSpeaksOfItsZones() throws InvalidProtocolBufferException {
    SimulatedAccount account = SimulatedGcp.open(CloudOptions.of(folder, "vision-dev"));
    TestProvider gcp = new TestProvider(account.provider(plan("no-capacity:zone=us-central1-*")));
    gcp.configure(
        PropertyValues.object(
            "project", "vision-dev", "region", "us-central1", "version", "7.0.0"));
    StatusRuntimeException refused =
        refused(
            () ->
                gcp.make(
                    "gcp:container/nodePool:NodePool",
                    "h100",
                    PropertyValues.object(
                        "nodeLocations",
                        PropertyValues.of(List.of(PropertyValues.of("us-central1-a"))),
                        "nodeConfig",
                        PropertyValues.object("machineType", "a3-highgpu-8g", "spot", true))));
    assertThat(refused.getStatus().getDescription())
        .contains("GCE_STOCKOUT", "projects/vision-dev/zones/us-central1-a");
    assertThat(detail(refused).unpack(ErrorInfo.class).getMetadataMap())
        .isEqualTo(
            Map.of("vmType", "a3-highgpu-8g", "zone", "us-central1-a", "purchaseOption", "spot"));
  }

  @Test
  void azureSpeaksOfItsSizes() {
    String subscription = "33334444-0000-4000-8000-000000000001";
    SimulatedAccount account = SimulatedAzure.open(CloudOptions.of(folder, subscription));
    TestProvider azure =
        new TestProvider(
            account.provider(
                plan(
                    "no-capacity:option=spot",
                    "throttle:type=*AgentPool,name=busy",
                    "deny:type=*ResourceGroup")));
    azure.configure(PropertyValues.object("subscriptionId", subscription));
    String pool = "azure-native:containerservice/v20250101:AgentPool";
    Obj spot =
        PropertyValues.object("vmSize", "Standard_ND96isr_H100_v5", "scaleSetPriority", "Spot");
    assertRefused(
        () -> azure.make(pool, "h100", spot), Code.RESOURCE_EXHAUSTED, "Code=\"SkuNotAvailable\"");
    assertRefused(
        () -> azure.make(pool, "busy", PropertyValues.without(spot, "scaleSetPriority")),
        Code.RESOURCE_EXHAUSTED,
        "Code=\"TooManyRequests\"");
    assertRefused(
        () ->
            azure.make(
                "azure-native:resources:ResourceGroup",
                "a",
                PropertyValues.object("location", "eastus")),
        Code.PERMISSION_DENIED,
        "Code=\"AuthorizationFailed\"");
  }

  @Test
  void aReadLagsBehind() {
    TestProvider aws = aws("lag:times=2");
    String id = aws.make(VPC, "a", VPC_INPUTS);
    assertThat(aws.read(VPC, "a", id).getId()).isEmpty();
    assertThat(aws.read(VPC, "a", id).getId()).isEmpty();
    assertThat(aws.read(VPC, "a", id).getId()).isEqualTo(id);
  }

  @Test
  void aCreationTakesItsTime() {
    TestProvider aws = aws("slow:duration=10m");
    assertThat(aws.make(VPC, "a", VPC_INPUTS)).startsWith("vpc-");
    assertThat(slept).containsExactly(Duration.ofMinutes(10));
  }

  @Test
  void aCreationThatTakesLongerThanItMayMakesNothing() {
    TestProvider aws = aws("slow:duration=10m");
    assertRefused(
        () -> aws.make(VPC, "a", VPC_INPUTS, 90),
        Code.DEADLINE_EXCEEDED,
        "timeout while waiting for state to become 'ACTIVE' (last state: 'CREATING', timeout: 1m30s)");
    assertThat(slept).containsExactly(Duration.ofSeconds(90));
    assertThat(account().inventory()).isEmpty();
  }

  @Test
  void aTimeoutMakesNothing() {
    TestProvider aws = aws("timeout");
    assertRefused(() -> aws.make(VPC, "a", VPC_INPUTS), Code.DEADLINE_EXCEEDED, "timeout");
    assertThat(account().inventory()).isEmpty();
    assertThat(aws.make(VPC, "a", VPC_INPUTS)).startsWith("vpc-");
  }

  @Test
  void anInternalErrorLeavesTheResourceThatItHides() {
    TestProvider aws = aws("internal");
    assertRefused(() -> aws.make(VPC, "a", VPC_INPUTS), Code.INTERNAL, "InternalFailure");
    assertThat(account().inventory()).extracting(ExistingResource::type).containsExactly(VPC);
  }

  @Test
  void deletionsAndUpdatesFailToo() {
    TestProvider aws = aws("throttle:on=delete|update");
    String id = aws.make(VPC, "a", VPC_INPUTS);
    assertRefused(() -> aws.delete(VPC, "a", id), Code.RESOURCE_EXHAUSTED, "Rate exceeded");
    assertRefused(
        () -> aws.update(VPC, "a", id, VPC_INPUTS, VPC_INPUTS, false),
        Code.RESOURCE_EXHAUSTED,
        "Rate exceeded");
    aws.delete(VPC, "a", id);
    assertThat(account().inventory()).isEmpty();
  }

  @Test
  void clustersFailInTheirOwnWords() {
    TestProvider kubernetes =
        new TestProvider(
            SimulatedKubernetes.open(folder).provider(plan("deny:name=a", "quota:name=b")));
    String type = "kubernetes:core/v1:Namespace";
    assertRefused(
        () -> kubernetes.make(type, "a", PropertyValues.EMPTY),
        Code.PERMISSION_DENIED,
        "cannot create resource \"namespaces\"");
    assertRefused(
        () -> kubernetes.make(type, "b", PropertyValues.EMPTY),
        Code.RESOURCE_EXHAUSTED,
        "exceeded quota");
  }

  @Test
  void faultsThatNothingMetAreKnown() {
    FaultPlan plan = plan("throttle:type=" + VPC, "deny:type=aws:s3/*");
    TestProvider provider = new TestProvider(account().provider(plan));
    provider.configure(PropertyValues.object("region", "us-east-1"));
    assertRefused(
        () -> provider.make(VPC, "a", VPC_INPUTS), Code.RESOURCE_EXHAUSTED, "Rate exceeded");
    assertThat(plan.unmet()).containsExactly("deny:type=aws:s3/*");
  }
}
