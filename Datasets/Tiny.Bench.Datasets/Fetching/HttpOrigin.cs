using System.Net;
using Tiny.Bench.Datasets.Catalog;

namespace Tiny.Bench.Datasets.Fetching;

/// <summary>Fetches an item from its address: goes on where an earlier try ended, and tries again what may succeed.</summary>
internal sealed class HttpOrigin(HttpMessageInvoker http, FetchOptions options, TimeProvider time) : IFetchOrigin
{
    private const int BufferBytes = 1 << 16;

    private readonly RedirectingSender _sender = new(http, options.Redirects);

    public async Task FillAsync(CatalogItem item, PartialFile part, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        if (item.Url is null)
            throw new FetchException(FetchFault.NotAvailable, item.Id, $"has no address of its own; expected a copy, given with --from DIR ({item.Source})");
        int failures = 0;
        while (true)
        {
            long before = part.Length;
            try
            {
                await TryOnceAsync(item.Url, item, part, progress, cancellationToken);
                return;
            }
            catch (FetchException problem) when (problem.IsTransient)
            {
                failures = part.Length - before >= options.Headway ? 1 : failures + 1;
                TimeSpan wait = WaitAfter(failures, problem.RetryAfter);
                if (failures >= options.Attempts || wait > options.LongestDelay)
                    throw;
                progress?.Report(new FetchProgress(part.Length, item.Bytes, $"{problem.Problem}; next try in {wait.TotalSeconds:0.#} s"));
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    private TimeSpan WaitAfter(int failures, TimeSpan? asked)
    {
        TimeSpan wait = options.FirstDelay * Math.Pow(2, failures - 1);
        wait = wait < options.LongestDelay ? wait : options.LongestDelay;
        return asked > wait ? asked.Value : wait;
    }

    private async Task TryOnceAsync(Uri url, CatalogItem item, PartialFile part, IProgress<FetchProgress>? progress, CancellationToken cancellationToken)
    {
        PartState? state = part.State;
        bool canGoOn = state is not null && state.Url == url.AbsoluteUri && (state.Validator is not null || item.Sha256 is not null);
        if (!canGoOn || part.Length > (item.Bytes ?? options.LargestUnknown))
            part.Discard();
        long offset = part.Length;

        // It came whole last time, and only the check was missing.
        if (offset > 0 && offset == item.Bytes)
            return;
        using var watch = new StallWatch(options.StallTimeout, options.StallBytes, time, cancellationToken);
        try
        {
            using HttpResponseMessage response = await _sender.SendAsync(url, offset, offset > 0 ? state?.Validator : null, watch.Token);
            var answer = new HttpAnswer(url.AbsoluteUri, response, item, time.GetUtcNow());
            answer.RequireUsable(part, offset, state);
            if (response.StatusCode == HttpStatusCode.OK)
                part.Restart(new PartState(url.AbsoluteUri, answer.Validator));
            watch.Restart();
            await CopyBodyAsync(answer, item, part, progress, watch);
        }
        catch (OperationCanceledException problem) when (watch.HasStalled && !cancellationToken.IsCancellationRequested)
        {
            throw new FetchException(
                FetchFault.Stalled, url.AbsoluteUri, $"nothing came for {options.StallTimeout.TotalSeconds:0.#} s, after {part.Length} bytes", problem);
        }
        catch (HttpRequestException problem)
        {
            FetchFault fault = problem.HttpRequestError switch
            {
                // Without a network each try would fail like the first.
                HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError => FetchFault.Refused,
                _ => FetchFault.Connection,
            };
            throw new FetchException(fault, url.AbsoluteUri, $"cannot be reached: {problem.Message}", problem);
        }
        catch (IOException problem)
        {
            throw new FetchException(FetchFault.Truncated, url.AbsoluteUri, $"the connection broke after {part.Length} bytes: {problem.Message}", problem);
        }
    }

    private async Task CopyBodyAsync(HttpAnswer answer, CatalogItem item, PartialFile part, IProgress<FetchProgress>? progress, StallWatch watch)
    {
        long limit = item.Bytes ?? options.LargestUnknown;
        await using Stream body = await answer.Response.Content.ReadAsStreamAsync(watch.Token);
        await using FileStream file = part.OpenAppend();
        var buffer = new byte[BufferBytes];
        long length = file.Position;
        long? total = item.Bytes ?? (answer.BodyLength is { } rest ? length + rest : null);
        while (await body.ReadAsync(buffer, watch.Token) is > 0 and int count)
        {
            if (length + count > limit)
            {
                part.Discard();
                throw new FetchException(FetchFault.WrongLength, answer.Url, $"goes on after {limit} bytes; expected {(item.Bytes is null ? "at most that" : "its end")}");
            }

            part.Write(file, buffer.AsSpan(0, count));
            length += count;
            watch.Received(count);
            progress?.Report(new FetchProgress(length, total));
        }

        if (length < item.Bytes)
            throw new FetchException(FetchFault.Truncated, answer.Url, $"ended after {length} bytes; expected {item.Bytes}");
    }
}
