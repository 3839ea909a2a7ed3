package dev.mlestate.cost.prices;

import dev.mlestate.model.Cloud;
import java.util.List;
import java.util.Optional;

/** A row of machines.csv. */
final class MachineRow {
  static final List<String> COLUMNS =
      List.of(
          "cloud",
          "region",
          "machine",
          "accelerator",
          "accelerator_count",
          "on_demand_usd_hour",
          "spot_usd_hour",
          "reserved_1y_usd_hour",
          "reserved_3y_usd_hour",
          "on_demand_source",
          "on_demand_date",
          "spot_source",
          "spot_date",
          "reserved_source",
          "reserved_date");

  private MachineRow() {}

  static Optional<MachinePrice> read(PriceFile.Row row) {
    Optional<Cloud> cloud = row.cloud();
    String region = row.required("region");
    String machine = row.required("machine");
    int accelerators = row.count("accelerator_count");
    if (accelerators > 0 != row.has("accelerator")) {
      row.problem(
          "accelerator_count",
          machine + " has " + accelerators + " of '" + row.text("accelerator") + "'",
          "name the accelerator and count it, or neither");
    }
    row.required("on_demand_usd_hour");
    Optional<Price> onDemand =
        row.price("on_demand_usd_hour", "on_demand_source", "on_demand_date");
    Optional<Price> spot = row.price("spot_usd_hour", "spot_source", "spot_date");
    Optional<Price> oneYear = row.price("reserved_1y_usd_hour", "reserved_source", "reserved_date");
    Optional<Price> threeYears =
        row.price("reserved_3y_usd_hour", "reserved_source", "reserved_date");
    if (cloud.isEmpty() || region.isEmpty() || machine.isEmpty() || onDemand.isEmpty()) {
      return Optional.empty();
    }
    Price full = onDemand.get();
    mustBeLess(row, "spot_usd_hour", spot, full);
    mustBeLess(row, "reserved_1y_usd_hour", oneYear, full);
    mustBeLess(row, "reserved_3y_usd_hour", threeYears, full);
    return Optional.of(
        new MachinePrice(
            cloud.get(), region, machine, accelerators, full, spot, oneYear, threeYears));
  }

  private static void mustBeLess(
      PriceFile.Row row, String column, Optional<Price> price, Price full) {
    price
        .filter(p -> p.usd().compareTo(full.usd()) >= 0)
        .ifPresent(
            p ->
                row.problem(
                    column,
                    p.usd() + " is no discount on " + full.usd(),
                    "leave it empty if it is not known"));
  }
}
