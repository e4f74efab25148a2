package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.StaticIp;
import io.github.aivenjunit.client.model.Vpc;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NetworkTests {

    private static final String VPCS = "/v1/project/p1/vpcs";
    private static final String IPS = "/v1/project/p1/static-ips";
    private static final String VPC = """
            {"project_vpc_id": "v-1", "cloud_name": "aws-eu-west-1", "network_cidr": "10.0.0.0/24", "state": "ACTIVE",
             "create_time": "2026-11-21T10:00:00Z", "update_time": "2026-11-21T11:00:00Z", "peering_connections": []}""";
    private static final Vpc EXPECTED = new Vpc(
            "v-1",
            "aws-eu-west-1",
            "10.0.0.0/24",
            "ACTIVE",
            Instant.parse("2026-11-21T10:00:00Z"),
            Instant.parse("2026-11-21T11:00:00Z"));

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void vpcsAreRead() throws InterruptedException {
        api.answers("{\"vpcs\": [" + VPC + ", {\"project_vpc_id\": null, \"state\": \"APPROVED\"}]}")
                .answers(VPC)
                .fails(404, "VPC does not exist");
        NetworkApi network = api.client().network();

        assertThat(network.vpcs("p1"))
                .containsExactly(EXPECTED, new Vpc("", "", "", "APPROVED", Instant.EPOCH, Instant.EPOCH));
        assertThat(network.findVpc("p1", "v-1")).contains(EXPECTED);
        assertThat(network.findVpc("p1", "v-1")).isEmpty();
        api.received("GET", VPCS);
        api.received("GET", VPCS + "/v-1");
    }

    @Test
    void aVpcOnItsWayOutIsDeleted() throws InterruptedException {
        api.answers(VPC)
                .fails(404, "VPC does not exist")
                .losesTheAnswer()
                .answers(VPC)
                .losesTheAnswer()
                .answers(VPC.replace("ACTIVE", "DELETING"));
        NetworkApi network = api.client().network();

        network.deleteVpc("p1", "v-1");
        network.deleteVpc("p1", "v-1");
        network.deleteVpc("p1", "v-1");

        String delete = "DELETE " + VPCS + "/v-1";
        String get = "GET " + VPCS + "/v-1";
        assertThat(api.receivedPaths()).containsExactly(delete, delete, delete, get, delete, get);
    }

    @Test
    void aVpcWithServicesIsAConflict() {
        api.fails(409, "VPC has services");

        assertThatThrownBy(() -> api.client().network().deleteVpc("p1", "v-1"))
                .isExactlyInstanceOf(AivenApiException.Conflict.class);
    }

    @Test
    void staticIpsAreReadAndDeleted() throws InterruptedException {
        api.answers("""
                        {"static_ips": [{"static_ip_address_id": "ip1", "cloud_name": "c", "ip_address": "192.0.2.1",
                          "service_name": "db", "state": "assigned", "termination_protection": true},
                          {"static_ip_address_id": "ip2", "service_name": null, "state": "creating"}]}""")
                .answers("{\"static_ip_address_id\": \"ip1\", \"state\": \"deleting\"}")
                .fails(404, "gone")
                .losesTheAnswer()
                .answers("{\"static_ips\": [{\"static_ip_address_id\": \"ip1\", \"state\": \"deleting\"}]}");
        NetworkApi network = api.client().network();

        assertThat(network.staticIps("p1"))
                .containsExactly(
                        new StaticIp("ip1", "c", "192.0.2.1", Optional.of("db"), "assigned", true),
                        new StaticIp("ip2", "", "", Optional.empty(), "creating", false));
        network.deleteStaticIp("p1", "ip1");
        network.deleteStaticIp("p1", "ip1");
        network.deleteStaticIp("p1", "ip1");

        String delete = "DELETE " + IPS + "/ip1";
        assertThat(api.receivedPaths()).containsExactly("GET " + IPS, delete, delete, delete, "GET " + IPS);
    }
}
