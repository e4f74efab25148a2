package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.StaticIp;
import io.github.aivenjunit.client.model.Vpc;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** VPCs and static IP addresses over HTTP. */
record HttpNetwork(ApiCalls calls) implements NetworkApi {

    @Override
    public List<Vpc> vpcs(String project) {
        return calls.call(ApiRequest.get(vpcsOf(project)), (json, body) -> json.list(body, "vpcs", Vpc.class));
    }

    @Override
    public Optional<Vpc> findVpc(String project, String id) {
        return calls.find(ApiRequest.get(vpc(project, id)), (json, body) -> json.value(body, Vpc.class));
    }

    @Override
    public void deleteVpc(String project, String id) {
        calls.delete(
                ApiRequest.delete(vpc(project, id)),
                () -> findVpc(project, id)
                        .filter(found -> !leaving(found.state()))
                        .isPresent(),
                ApiCalls::notThere);
    }

    @Override
    public List<StaticIp> staticIps(String project) {
        return calls.call(
                ApiRequest.get(staticIpsOf(project)), (json, body) -> json.list(body, "static_ips", StaticIp.class));
    }

    @Override
    public void deleteStaticIp(String project, String id) {
        calls.delete(
                ApiRequest.delete(staticIpsOf(project).name("static IP address id", id)),
                () -> staticIps(project).stream()
                        .anyMatch(found -> found.staticIpAddressId().equals(id) && !leaving(found.state())),
                ApiCalls::notThere);
    }

    /** Deletion goes on by itself; VPCs write their states in capitals, addresses do not. */
    private static boolean leaving(String state) {
        String lower = state.toLowerCase(Locale.ROOT);
        return lower.equals("deleting") || lower.equals("deleted");
    }

    private static ApiPath vpcsOf(String project) {
        return ApiPath.project(project).plus("/vpcs");
    }

    private static ApiPath vpc(String project, String id) {
        return vpcsOf(project).name("VPC id", id);
    }

    private static ApiPath staticIpsOf(String project) {
        return ApiPath.project(project).plus("/static-ips");
    }
}
