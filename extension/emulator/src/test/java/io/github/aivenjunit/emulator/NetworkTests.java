package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NetworkTests {

    private static final String VPCS = "/project/orders/vpcs";
    private static final String ADDRESSES = "/project/orders/static-ips";
    private static final String PG = "'service_name':'main','service_type':'pg','plan':'startup-4'";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.buildTimes(
            BuildTimes.instant().with("project_vpc", Duration.ofMinutes(2)).with("static_ip", Duration.ofMinutes(1))));

    @BeforeEach
    void createProject() {
        emulator.project("orders");
    }

    private String vpc(String cloud) {
        TestEmulator.Answer answer = emulator.post(
                VPCS, "{'cloud_name':'" + cloud + "','network_cidr':'10.0.0.0/24','peering_connections':[]}");
        assertThat(answer.at("/state").asText()).as(answer.text()).isEqualTo("APPROVED");
        return answer.at("/project_vpc_id").asText();
    }

    private String activeVpc(String cloud) {
        String id = vpc(cloud);
        emulator.advance(Duration.ofMinutes(2));
        return id;
    }

    private String address() {
        String id = emulator.post(ADDRESSES, "{'cloud_name':'google-europe-west1'}")
                .at("/static_ip_address_id")
                .asText();
        emulator.advance(Duration.ofMinutes(1));
        return id;
    }

    private String addressState() {
        return emulator.get(ADDRESSES).at("/static_ips/0/state").asText() + " "
                + emulator.get(ADDRESSES).at("/static_ips/0/service_name").asText();
    }

    @Test
    void aVpcBecomesActiveAndGoesByTheClock() {
        String id = vpc("google-europe-west1");
        String path = VPCS + "/" + id;

        emulator.advance(Duration.ofMinutes(2).minusSeconds(1));
        assertThat(emulator.get(path).at("/state").asText()).isEqualTo("APPROVED");
        emulator.advance(Duration.ofSeconds(1));
        assertThat(emulator.get(path).at("/state").asText()).isEqualTo("ACTIVE");
        assertThat(emulator.get(path).at("/update_time").asText()).isEqualTo("2026-11-21T10:02:00Z");
        assertThat(emulator.delete("/project/orders").message())
                .isEqualTo("409 Project has VPCs or static IP addresses and cannot be deleted");

        assertThat(emulator.delete(path).at("/state").asText()).isEqualTo("DELETING");
        assertThat(emulator.get(VPCS).at("/vpcs/0/state").asText()).isEqualTo("DELETING");
        emulator.advance(Duration.ofMinutes(2));
        assertThat(emulator.get(path).message()).isEqualTo("404 Project VPC " + id + " does not exist");
        assertThat(emulator.delete("/project/orders").status()).isEqualTo(200);
    }

    @Test
    void aServiceWaitsForItsVpc() {
        String id = vpc("google-europe-west1");
        String body = "{" + PG + ",'project_vpc_id':'" + id + "'}";

        assertThat(emulator.post("/project/orders/service", body).message())
                .isEqualTo("409 Project VPC " + id + " is in state APPROVED, not ACTIVE");
        emulator.advance(Duration.ofMinutes(2));
        assertThat(emulator.service("orders", body).path("project_vpc_id").asText())
                .isEqualTo(id);
        assertThat(emulator.delete(VPCS + "/" + id).message())
                .isEqualTo("409 Project VPC " + id + " cannot be deleted while services are in it");
    }

    @Test
    void aServiceLandsInTheVpcOfItsCloudUnlessItSaysNull() {
        String id = activeVpc("google-europe-west1");

        assertThat(emulator.service("orders", "{" + PG + "}")
                        .path("project_vpc_id")
                        .asText())
                .isEqualTo(id);
        emulator.delete("/project/orders/service/main");
        assertThat(emulator.service("orders", "{" + PG + ",'project_vpc_id':null}")
                        .path("project_vpc_id")
                        .isNull())
                .isTrue();
        emulator.delete("/project/orders/service/main");
        assertThat(emulator.service("orders", "{" + PG + ",'cloud':'aws-eu-west-1'}")
                        .path("project_vpc_id")
                        .isNull())
                .isTrue();
    }

    @Test
    void aServiceMovesBetweenNetworks() {
        String id = activeVpc("google-europe-west1");
        emulator.service("orders", "{" + PG + ",'project_vpc_id':null}");
        String path = "/project/orders/service/main";

        assertThat(emulator.put(path, "{'project_vpc_id':'" + id + "'}")
                        .at("/service/project_vpc_id")
                        .asText())
                .isEqualTo(id);
        assertThat(emulator.put(path, "{'powered':true}")
                        .at("/service/project_vpc_id")
                        .asText())
                .isEqualTo(id);
        assertThat(emulator.put(path, "{'cloud':'aws-eu-west-1','project_vpc_id':'" + id + "'}")
                        .message())
                .isEqualTo("400 Project VPC " + id + " is in cloud google-europe-west1, not aws-eu-west-1");
        assertThat(emulator.put(path, "{'cloud':'aws-eu-west-1'}")
                        .at("/service/project_vpc_id")
                        .isNull())
                .isTrue();
    }

    @Test
    void aVpcIsStillInUseAfterItsLastServiceWhenResourcesLag() {
        emulator.emulator().inject(new Fault.ResourceLag(Duration.ofSeconds(30)));
        String path = VPCS + "/" + activeVpc("google-europe-west1");
        emulator.service("orders", "{" + PG + "}");
        emulator.delete("/project/orders/service/main");

        assertThat(emulator.delete(path).status()).isEqualTo(409);
        emulator.advance(Duration.ofSeconds(30));
        assertThat(emulator.delete(path).status()).isEqualTo(200);
    }

    @Test
    void badVpcsAreRefused() {
        vpc("google-europe-west1");

        assertThat(emulator.post(
                                VPCS,
                                "{'cloud_name':'google-europe-west1','network_cidr':'10.1.0.0/24','peering_connections':[]}")
                        .message())
                .isEqualTo("409 Project already has a VPC in cloud google-europe-west1");
        assertThat(emulator.post(VPCS, "{'cloud_name':'mars','network_cidr':'10.1.0.0/24','peering_connections':[]}")
                        .message())
                .isEqualTo("400 Invalid cloud 'mars'");
        assertThat(emulator.post(VPCS, "{'cloud_name':'do-ams','network_cidr':'10.1.0.0/24'}")
                        .message())
                .isEqualTo("400 Invalid input: 'peering_connections' is a required property");
        assertThat(emulator.post(
                                VPCS, "{'cloud_name':'do-ams','network_cidr':'10.1.0.256/24','peering_connections':[]}")
                        .message())
                .startsWith("400 Invalid input: '10.1.0.256/24' does not match '");
        assertThat(emulator.post(
                                VPCS,
                                "{'cloud_name':'do-ams','network_cidr':'10.1.0.0/24','peering_connections':[{'peer_vpc':'x'}]}")
                        .message())
                .isEqualTo("400 The emulator has no VPC peering. Send an empty list, or run against Aiven.");
        assertThat(emulator.get(VPCS).at("/vpcs")).hasSize(1);
    }

    @Test
    void aStaticAddressComesAndGoesByTheClock() {
        TestEmulator.Answer made = emulator.post(ADDRESSES, "{'cloud_name':'google-europe-west1'}");
        assertThat(made.at("/state").asText()).isEqualTo("creating");
        assertThat(made.at("/ip_address").asText()).isEqualTo("192.0.2.1");
        String path = ADDRESSES + "/" + made.at("/static_ip_address_id").asText();

        emulator.advance(Duration.ofMinutes(1));
        assertThat(addressState()).isEqualTo("created null");
        assertThat(emulator.delete(path).at("/state").asText()).isEqualTo("deleting");
        emulator.advance(Duration.ofMinutes(1));
        assertThat(emulator.get(ADDRESSES).text()).isEqualTo("{\"static_ips\":[]}");
        assertThat(emulator.delete(path).message()).startsWith("404 Static IP address ip");
    }

    @Test
    void anAddressOfAServiceStaysItsOwnUntilResourcesAreFree() {
        emulator.emulator().inject(new Fault.ResourceLag(Duration.ofSeconds(30)));
        String id = address();

        emulator.service("orders", "{" + PG + ",'static_ips':['" + id + "'],'user_config':{'static_ips':true}}");
        assertThat(addressState()).isEqualTo("assigned main");
        assertThat(emulator.delete(ADDRESSES + "/" + id).message())
                .isEqualTo("409 Static IP address " + id + " belongs to service main");
        assertThat(emulator.post(
                                "/project/orders/service",
                                "{'service_name':'two','service_type':'pg','plan':'startup-4','static_ips':['" + id
                                        + "']}")
                        .message())
                .isEqualTo("409 Static IP address " + id + " is in state assigned, not created");
        emulator.delete("/project/orders/service/main");
        assertThat(addressState()).isEqualTo("assigned main");
        emulator.advance(Duration.ofSeconds(30));
        assertThat(addressState()).isEqualTo("created null");
    }

    @Test
    void anAddressThatTheConfigurationDoesNotUseIsOnlyAvailable() {
        String id = address();

        emulator.service("orders", "{" + PG + ",'static_ips':['" + id + "']}");

        assertThat(addressState()).isEqualTo("available main");
    }

    @Test
    void aProtectedAddressIsNotDeleted() {
        String id = emulator.post(ADDRESSES, "{'cloud_name':'do-ams','termination_protection':true}")
                .at("/static_ip_address_id")
                .asText();

        assertThat(emulator.delete(ADDRESSES + "/" + id).message())
                .isEqualTo("403 Static IP address " + id + " is protected against termination");
        assertThat(emulator.post("/project/orders/service", "{" + PG + ",'static_ips':['" + id + "']}")
                        .message())
                .isEqualTo("409 Static IP address " + id + " is in state creating, not created");
    }
}
