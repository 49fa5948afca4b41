import { authenticate } from '@commercelayer/js-auth';
import sdk from '@commercelayer/provisioning-sdk';

let named = 0;

/** The started server as its two public clients see it, and as a bare HTTP client does. */
export class Keyledger {
  #owner;

  constructor(domain, bootstrap) {
    this.domain = domain;
    this.bootstrap = bootstrap;
    this.organizationId = bootstrap.organization_id;
    this.issuer = `https://auth.${domain}`;
    this.api = `https://provisioning.${domain}/api`;
    this.credentials = { clientId: bootstrap.client_id, clientSecret: bootstrap.client_secret };
  }

  /** A token for the app, which is the answer of a create or {clientId, clientSecret}. */
  authenticate(app, options = {}) {
    const clientId = app.clientId ?? app.client_id;
    const clientSecret = app.clientSecret ?? app.client_secret;
    return authenticate('client_credentials', { domain: this.domain, clientId, clientSecret, ...options });
  }

  /** The SDK, signed in with the given token, or as the owner made at first start. */
  async client(accessToken) {
    if (accessToken) return sdk.CommerceLayerProvisioning({ domain: this.domain, accessToken });
    this.#owner ??= (await this.authenticate(this.credentials)).accessToken;
    return sdk.CommerceLayerProvisioning({ domain: this.domain, accessToken: this.#owner });
  }

  /** A bare request as the owner; a body that is not a string is sent as JSON. */
  async request(method, path, { body, headers = {} } = {}) {
    const { currentAccessToken } = await this.client();
    const answer = await fetch(`${this.api}${path}`, {
      method,
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
      headers: { Authorization: `Bearer ${currentAccessToken}`, Accept: mediaType, 'Content-Type': mediaType, ...headers },
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, document: text ? JSON.parse(text) : undefined };
  }

  /** An organization of its own for a suite, with its two built-in roles. */
  async organization(name) {
    const client = await this.client();
    const organization = await client.organizations.create({ name: unique(name) });
    const roles = await client.organizations.roles(organization.id);
    const role = (kind) => roles.find((candidate) => candidate.kind === kind);
    return { client, organization: toOne('organizations', organization.id), ...organization, admin: role('admin'), readOnly: role('read_only') };
  }
}

export const mediaType = 'application/vnd.api+json';

export const toOne = (type, id) => ({ type, id });

/** Names are told apart by a number, so that a suite can run twice against one server. */
export const unique = (name) => `${name} ${Date.now().toString(36)}${named++}`;
