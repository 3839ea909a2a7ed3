package dev.mlestate.conformance.kill;

import dev.mlestate.engine.Engine;
import dev.mlestate.engine.provider.InProcessProviders;
import dev.mlestate.engine.provider.ProviderSource.Connection;
import dev.mlestate.engine.state.ResourceState;
import dev.mlestate.engine.state.StateStore;
import dev.mlestate.simulated.CloudOptions;
import dev.mlestate.simulated.ExistingResource;
import dev.mlestate.simulated.SimulatedAccount;
import dev.mlestate.simulated.SimulatedAws;
import dev.mlestate.wire.PropertyValues;
import dev.mlestate.wire.StructCodec;
import dev.mlestate.wire.WireOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/** The small estate's state and its simulated account, in a folder. */
final class SmallStack implements AutoCloseable {
  private static final String ACCOUNT = "111122223333";

  private final SimulatedAccount account;
  private final InProcessProviders providers;
  private final StateStore store;

  SmallStack(Path folder, Snare snare) {
    this.account = SimulatedAws.open(CloudOptions.of(folder.resolve("cloud"), ACCOUNT));
    this.providers =
        new InProcessProviders(Map.of("aws", () -> SnaredProvider.of(account.provider(), snare)));
    this.store =
        StateStore.in(folder.resolve("state"), Map.of(), Clock.systemUTC(), new SnaredDisk(snare));
  }

  Engine engine(int version) {
    return Engine.builder()
        .program(new SmallEstate(version))
        .providers(providers)
        .store(store)
        .project(SmallEstate.PROJECT)
        .stack(SmallEstate.STACK)
        .build();
  }

  StateStore store() {
    return store;
  }

  List<ExistingResource> inventory() {
    return account.inventory();
  }

  /** Takes a resource away behind the engine's back, if it is there. */
  void meddle() {
    Optional<ResourceState> loose =
        store.read().resources().stream()
            .filter(each -> each.urn().endsWith("::" + SmallEstate.LOOSE))
            .findFirst();
    if (loose.isEmpty()) {
      return;
    }
    try (Connection connection = providers.connect("aws", Optional.empty()).orElseThrow()) {
      ResourceProviderBlockingStub stub =
          ResourceProviderGrpc.newBlockingStub(connection.channel());
      var unused =
          stub.configure(
              ConfigureRequest.newBuilder()
                  .setArgs(
                      StructCodec.encode(
                          PropertyValues.object("region", SmallEstate.REGION), WireOptions.VALUES))
                  .build());
      var unusedToo =
          stub.delete(
              DeleteRequest.newBuilder().setId(loose.get().id()).setUrn(loose.get().urn()).build());
    }
  }

  @Override
  public void close() {
    providers.close();
  }
}
