package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The operator ends users, on the operator's port alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled before all tests
class OperatorEndsUsersTest {
    private RunningServer server;
    private Operator operator;
    private Client owner;
    private String organization;

    @BeforeAll
    void start() {
        server = RunningServer.startWithOperator();
        operator = new Operator(server);
        owner = Client.owner(server);
        organization = new Ledger(owner).organization("Operated");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void endsAUserWithAppAndMembership() {
        var role = new Ledger(owner).role(organization, "admin");
        var user = Person.member(owner, organization, role, "ended@operator.example");
        var id = user.get("/api/user").id();

        assertThat(operator.endUser(id).status()).isEqualTo(204);
        assertThat(user.get("/api/user").status()).isEqualTo(401);
        var entries = owner.get("/api/audit_events?filter%5Bq%5D%5Bactor_id_eq%5D=operator")
                .data();
        assertThat(entries.toString()).contains("user.deleted", "membership.removed", "app.deleted");
        assertThat(entries.at("/0/attributes/actor/kind").asString()).isEqualTo("operator");
        assertThat(operator.endUser(id).status()).isEqualTo(404);
        Ledger.made(Person.invite(owner, organization, role, "ended@operator.example"));
    }

    @Test
    void endsNoOwnerAndNobodyUnknown() {
        var id = owner.get("/api/user").id();
        assertThat(operator.endUser(id).status()).isEqualTo(423);
        assertThat(owner.get("/api/user").status()).isEqualTo(200);
        assertThat(operator.endUser("nobody0000").status()).isEqualTo(404);
        assertThat(operator.endUser("what-is-this").status()).isEqualTo(404);
    }

    @Test
    void endsNobodyOnThePortOfTheApi() {
        var id = owner.get("/api/user").id();
        assertThat(owner.delete("/actuator/users/" + id).status()).isEqualTo(404);
        assertThat(owner.withoutToken().delete("/actuator/users/" + id).status())
                .isEqualTo(404);
    }
}
