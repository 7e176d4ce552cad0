// An OpenID Connect issuer of its own origin, at which anybody logs in as anybody. Prints its address.
import getPort from 'get-port';
import Provider from 'oidc-provider';

const port = await getPort();
const address = `http://127.0.0.1:${port}`;
const provider = new Provider(address, {
  clients: [
    {
      client_id: 'my-page',
      redirect_uris: ['http://127.0.0.1/'],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  clientBasedCORS: () => true,
});
// The page's port is not known yet.
provider.Client.prototype.redirectUriAllowed = () => true;
provider.listen(port, '127.0.0.1', () => console.log(address));
