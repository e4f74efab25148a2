package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.catalogue.Catalogue;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.StaticIp;
import io.github.aivenjunit.emulator.internal.state.StaticIps;
import io.github.aivenjunit.emulator.internal.state.Vpc;
import java.util.Optional;
import java.util.regex.Pattern;

/** The private networks and static addresses of a project, which exist in the control plane only. */
final class NetworkRoutes {

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern CIDR = Pattern.compile(BYTE + "(\\." + BYTE + "){3}/(1[6-9]|2[0-9])");
    private static final int CIDR_LENGTH = 18;
    private static final int CLOUD_LENGTH = 256;
    private static final int MOST_PEERINGS = 64;
    private static final String VPC = "project_vpc";
    private static final String STATIC_IP = "static_ip";

    private final Platform platform;

    NetworkRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        String vpcs = "/project/{project}/vpcs";
        routes.add("GET", vpcs, "VpcList", this::vpcs);
        routes.add("POST", vpcs, "VpcCreate", this::createVpc);
        routes.add("GET", vpcs + "/{project_vpc_id}", "VpcGet", call -> Reply.ok(whole(vpc(call))));
        routes.add("DELETE", vpcs + "/{project_vpc_id}", "VpcDelete", this::deleteVpc);
        String addresses = "/project/{project}/static-ips";
        routes.add("GET", addresses, "StaticIPList", this::addresses);
        routes.add("POST", addresses, "StaticIPCreate", this::createAddress);
        routes.add("DELETE", addresses + "/{static_ip_address_id}", "StaticIPDelete", this::deleteAddress);
    }

    private Reply vpcs(Call call) {
        ObjectNode answer = Reply.object();
        ArrayNode vpcs = answer.putArray("vpcs");
        platform.project(call.project()).vpcs().all().forEach(vpc -> vpcs.add(json(vpc)));
        return Reply.ok(answer);
    }

    private Reply createVpc(Call call) {
        Project project = platform.project(call.project());
        Input input = call.input();
        String cloud = cloud(input);
        String cidr = input.requiredText("network_cidr", CIDR_LENGTH);
        input.text("network_cidr", CIDR_LENGTH, CIDR);
        if (!input.has("peering_connections")) {
            throw Refusal.invalidInput("'peering_connections' is a required property");
        }
        if (!input.array("peering_connections", MOST_PEERINGS).isEmpty()) {
            throw Refusal.of(400, "The emulator has no VPC peering. Send an empty list, or run against Aiven.");
        }
        Vpc vpc = project.vpcs()
                .create(
                        platform.identifiers().uuid(),
                        cloud,
                        cidr,
                        platform.now(),
                        platform.lives().time(VPC));
        project.record(platform.now(), "vpc_create", "Created VPC in cloud " + cloud, Optional.empty());
        return Reply.ok(whole(vpc));
    }

    private Reply deleteVpc(Call call) {
        Project project = platform.project(call.project());
        Vpc vpc = vpc(call);
        boolean inUse = project.services().stream()
                .anyMatch(service ->
                        service.order().vpcId().filter(vpc.id()::equals).isPresent());
        Vpc deleted = project.vpcs()
                .delete(vpc, inUse, platform.now(), platform.lives().time(VPC));
        project.record(platform.now(), "vpc_delete", "Deleted VPC in cloud " + vpc.cloud(), Optional.empty());
        return Reply.ok(whole(deleted));
    }

    private Reply addresses(Call call) {
        ObjectNode answer = Reply.object();
        ArrayNode addresses = answer.putArray("static_ips");
        platform.project(call.project()).staticIps().all().forEach(ip -> addresses.add(json(ip)));
        return Reply.ok(answer);
    }

    private Reply createAddress(Call call) {
        Project project = platform.project(call.project());
        Input input = call.input();
        String cloud = cloud(input);
        StaticIp ip = project.staticIps()
                .create(
                        platform.identifiers().staticIpId(),
                        cloud,
                        input.flag("termination_protection").orElse(false),
                        platform.now(),
                        platform.lives().time(STATIC_IP));
        return Reply.ok(json(ip));
    }

    private Reply deleteAddress(Call call) {
        StaticIps addresses = platform.project(call.project()).staticIps();
        StaticIp ip = addresses.get(call.path("static_ip_address_id"));
        return Reply.ok(
                json(addresses.delete(ip, platform.now(), platform.lives().time(STATIC_IP))));
    }

    private Vpc vpc(Call call) {
        return platform.project(call.project()).vpcs().get(call.path("project_vpc_id"));
    }

    private static String cloud(Input input) {
        return Catalogue.get()
                .cloud(input.requiredText("cloud_name", CLOUD_LENGTH))
                .name();
    }

    private static ObjectNode whole(Vpc vpc) {
        ObjectNode json = json(vpc);
        json.putArray("peering_connections");
        return json;
    }

    private static ObjectNode json(Vpc vpc) {
        return Reply.object()
                .put("cloud_name", vpc.cloud())
                .put("create_time", ApiTime.seconds(vpc.createTime()))
                .put("network_cidr", vpc.cidr())
                .put("project_vpc_id", vpc.id())
                .put("state", vpc.state().name())
                .put("update_time", ApiTime.seconds(vpc.updateTime()));
    }

    private static ObjectNode json(StaticIp ip) {
        ObjectNode json = Reply.object()
                .put("cloud_name", ip.cloud())
                .put("ip_address", ip.address())
                .put("state", StaticIps.name(ip.state()))
                .put("static_ip_address_id", ip.id())
                .put("termination_protection", ip.terminationProtection());
        ip.service().ifPresentOrElse(name -> json.put("service_name", name), () -> json.putNull("service_name"));
        return json;
    }
}
