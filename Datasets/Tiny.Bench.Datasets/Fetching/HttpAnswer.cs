using System.Net;
using System.Net.Http.Headers;
using Tiny.Bench.Datasets.Catalog;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>The head of a server's answer, held against what is known of the item.</summary>
/// <remarks>Source: RFC 9110, sections 13.1.5 (If-Range), 14 (range requests) and 10.2.3 (Retry-After).</remarks>
internal sealed class HttpAnswer(string url, HttpResponseMessage response, CatalogItem item, DateTimeOffset now)
{
    public string Url => url;

    public HttpResponseMessage Response => response;

    /// <summary>Bytes that the body is said to have.</summary>
    public long? BodyLength => response.Content.Headers.ContentLength;

    /// <summary>What a later If-Range may name: never a weak tag, which says nothing of the bytes.</summary>
    public string? Validator => response.Headers.ETag is { IsWeak: false } tag
        ? tag.ToString()
        : response.Content.Headers.LastModified?.ToString("R");

    /// <summary>Throws unless the body may be appended at <paramref name="offset"/>, or replace all.</summary>
    /// <exception cref="FetchException">The server refuses, or offers something else.</exception>
    public void RequireUsable(PartialFile part, long offset, PartState? state)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                RequireLength(BodyLength);
                break;
            case HttpStatusCode.PartialContent:
                RequireContinuation(part, offset, state);
                break;
            case HttpStatusCode.RequestedRangeNotSatisfiable when offset > 0:
                throw Stale(part, $"has nothing after byte {offset}");
            default:
                throw Refusal();
        }

        if (response.Content.Headers.ContentEncoding.FirstOrDefault(name => !name.Equals("identity", StringComparison.OrdinalIgnoreCase)) is { } encoding)
            throw new FetchException(FetchFault.Encoding, url, $"is encoded as {encoding}; expected the bytes as they are");
    }

    private void RequireContinuation(PartialFile part, long offset, PartState? state)
    {
        ContentRangeHeaderValue? range = response.Content.Headers.ContentRange;
        if (offset == 0 || range?.Unit != "bytes" || range.From != offset)
            throw Stale(part, $"answers with the range {range?.ToString() ?? "of nothing"}; expected one from byte {offset}");
        if (state?.Validator is { } known && Validator is { } given && known != given)
            throw Stale(part, $"has changed: {given} now, {known} before");
        RequireLength(range.HasLength ? range.Length : offset + BodyLength);
    }

    private void RequireLength(long? length)
    {
        if (length is not null && item.Bytes is not null && length != item.Bytes)
            throw new FetchException(FetchFault.WrongLength, url, $"has {length} bytes; expected {item.Bytes}");
    }

    private FetchException Refusal()
    {
        int status = (int)response.StatusCode;
        bool mayPass = status is 408 or 429 or >= 500;
        TimeSpan? wait = response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - now);
        string asks = wait is null ? "" : $", and asks to come again after {wait.Value.TotalSeconds:0} s";
        return new FetchException(mayPass ? FetchFault.ServerBusy : FetchFault.Refused, url, $"the server answers {status} {response.ReasonPhrase}{asks}")
        {
            RetryAfter = wait,
        };
    }

    // The next try begins at byte 0.
    private FetchException Stale(PartialFile part, string problem)
    {
        part.Discard();
        return new FetchException(FetchFault.StalePart, url, problem);
    }
}
