using System.Net;
using System.Net.Http.Headers;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>Sends a request and follows redirects, by rules that a framework's own following does not have.</summary>
/// <remarks>
/// A redirect is followed to https; to http only from http and to the same host, so that a secure address never becomes an open one and an
/// open one cannot point into another network.
/// </remarks>
internal sealed class RedirectingSender(HttpMessageInvoker http, int mostRedirects)
{
    /// <summary>Asks for the bytes from an offset on.</summary>
    /// <param name="url">The item's address.</param>
    /// <param name="offset">Bytes that are at hand.</param>
    /// <param name="validator">What the server called the version that they are of; null asks without the condition.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="FetchException">A redirect is not followed.</exception>
    public async Task<HttpResponseMessage> SendAsync(Uri url, long offset, string? validator, CancellationToken cancellationToken)
    {
        Uri here = url;
        for (int hops = 0; ; hops++)
        {
            HttpResponseMessage response = await http.SendAsync(Request(here, offset, validator), cancellationToken);
            if (!IsRedirect(response.StatusCode))
                return response;
            using (response)
            {
                if (hops == mostRedirects)
                    throw new FetchException(FetchFault.Redirect, url.AbsoluteUri, $"redirects more than {mostRedirects} times, the last time to {here}");
                here = Next(here, response.Headers.Location);
            }
        }
    }

    private static HttpRequestMessage Request(Uri url, long offset, string? validator)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("tinybench", null));
        if (offset > 0)
            request.Headers.Range = new RangeHeaderValue(offset, null);
        if (offset > 0 && validator is not null)
            request.Headers.TryAddWithoutValidation("If-Range", validator);
        return request;
    }

    private static Uri Next(Uri here, Uri? location)
    {
        if (location is null)
            throw new FetchException(FetchFault.Redirect, here.AbsoluteUri, "redirects without a usable address");
        var next = new Uri(here, location);
        bool isSafe = next.Scheme == Uri.UriSchemeHttps
            || (next.Scheme == Uri.UriSchemeHttp && here.Scheme == Uri.UriSchemeHttp && next.Host == here.Host);
        return isSafe && next.UserInfo.Length == 0
            ? next
            : throw new FetchException(FetchFault.Redirect, here.AbsoluteUri, $"redirects to {next}; expected an https address");
    }

    private static bool IsRedirect(HttpStatusCode status) => status
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
}
