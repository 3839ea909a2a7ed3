package dev.mlestate.cost;

import dev.mlestate.cost.prices.Service;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * Sizes of Azure's premium SSDs. A disk is charged as the smallest size that it fits in (Azure
 * managed disks, "Premium SSD size").
 */
enum ManagedDisk {
  P4(32, Service.MANAGED_DISK_P4_MONTH),
  P10(128, Service.MANAGED_DISK_P10_MONTH),
  P15(256, Service.MANAGED_DISK_P15_MONTH),
  P20(512, Service.MANAGED_DISK_P20_MONTH),
  P30(1024, Service.MANAGED_DISK_P30_MONTH);

  private final int gib;
  private final Service service;

  ManagedDisk(int gib, Service service) {
    this.gib = gib;
    this.service = service;
  }

  Service service() {
    return service;
  }

  static Optional<ManagedDisk> of(BigDecimal gib) {
    return Arrays.stream(values())
        .filter(disk -> gib.compareTo(BigDecimal.valueOf(disk.gib)) <= 0)
        .findFirst();
  }
}
