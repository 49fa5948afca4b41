package io.keyledger.kernel.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.keyledger.kernel.kind.Kind.Group;
import io.keyledger.kernel.kind.Kind.RedirectRule;
import io.keyledger.kernel.kind.Kind.RoleRule;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped table against the words of CONTRACT part B, section 4.1. */
class KindsTest {
    private static final List<String> DASHBOARD = List.of(
            ("bundles customers exports gift_cards imports inventory orders price_lists promotions returns shipments"
                            + " sku_lists skus stock_transfers subscriptions tags webhooks")
                    .split(" "));

    private final Kinds kinds = Kinds.shipped();

    @Test
    void hasThreeCoreSeventeenDashboardAndTwoSystemKinds() {
        assertThat(names(Group.CORE)).containsExactly("sales_channel", "integration", "webapp");
        assertThat(names(Group.DASHBOARD)).containsExactlyElementsOf(DASHBOARD);
        assertThat(names(Group.SYSTEM)).containsExactly("resources", "user");
    }

    @Test
    void onlyASalesChannelIsPublicAndLivesLonger() {
        assertThat(kinds.all()).filteredOn(kind -> !kind.confidential()).containsExactly(kinds.get("sales_channel"));
        assertThat(kinds.all())
                .allSatisfy(kind -> assertThat(kind.defaultLifetime()).isEqualTo(kind.confidential() ? 7200 : 14_400));
    }

    @Test
    void onlyAnIntegrationNeedsARole() {
        assertThat(kinds.all())
                .filteredOn(kind -> kind.role() == RoleRule.REQUIRED)
                .containsExactly(kinds.get("integration"));
        assertThat(kinds.get("sales_channel").role()).isEqualTo(RoleRule.REFUSED);
        assertThat(kinds.get("webapp").role()).isEqualTo(RoleRule.REFUSED);
        assertThat(kinds.get("webapp").redirectUri()).isEqualTo(RedirectRule.REQUIRED);
    }

    @Test
    void dashboardAppsHaveFixedPermissionsAndMayBeForked() {
        assertThat(kinds.all())
                .filteredOn(kind -> kind.group() == Group.DASHBOARD)
                .allSatisfy(kind -> {
                    assertThat(kind.creatable()).isTrue();
                    assertThat(kind.forkable()).isTrue();
                    assertThat(kind.role()).isEqualTo(RoleRule.FIXED);
                    assertThat(kind.redirectUri()).isEqualTo(RedirectRule.WHEN_CUSTOM);
                    assertThat(kind.permissions()).isNotEmpty();
                });
    }

    @Test
    void systemAppsAreNobodysToCreateOrFork() {
        assertThat(kinds.all()).filteredOn(kind -> kind.group() == Group.SYSTEM).allSatisfy(kind -> {
            assertThat(kind.creatable()).isFalse();
            assertThat(kind.forkable()).isFalse();
        });
    }

    @Test
    void hasNoKindThatNeverWasOne() {
        assertThat(kinds.find("prices")).isNull();
        assertThat(kinds.find("invoices")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "app,core,yes,yes,refused,optional,7200,client_credentials",
                "app,core,perhaps,yes,refused,optional,7200,client_credentials,no,",
                "app,odd,yes,yes,refused,optional,7200,client_credentials,no,",
                "app,core,yes,yes,refused,optional,soon,client_credentials,no,",
                "app,core,yes,yes,refused,optional,7200,client_credentials,no,orders:x",
                "app,core,yes,yes,refused,optional,7200,client_credentials,no,orders",
                "app,core,yes,yes,none,none,7200,,no,\napp,core,yes,yes,none,none,7200,,no,"
            })
    void refusesATableThatCannotBeRead(String lines) {
        var header = lines.isEmpty()
                ? ""
                : "kind,class,creatable,confidential,role,redirect_uri,expires_in,grants,forkable,permissions\n";

        assertThatIllegalArgumentException().isThrownBy(() -> Kinds.read(new StringReader(header + lines)));
    }

    private List<String> names(Group group) {
        return kinds.all().stream()
                .filter(kind -> kind.group() == group)
                .map(Kind::name)
                .toList();
    }
}
