using Tiny.Bench.Reference.Arithmetic;
using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Exhaustive.Certificates;

/// <summary>Counts again what a certificate says.</summary>
public static class CertificateCheck
{
    /// <summary>What is wrong, one line each; empty when every count is right.</summary>
    /// <param name="where">Name of the certificate for errors.</param>
    /// <param name="certificate">The certificate.</param>
    /// <param name="models">Models by SHA-256: one that the certificate names is certified anew. Others are counted from the factors in the certificate, ADD not.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="CertificateException">The certificate names no two dialects, or a channel is none that a kernel has.</exception>
    /// <exception cref="ReferenceException">A model cannot be prepared.</exception>
    public static IReadOnlyList<string> Run(
        string where, RequantizationCertificate certificate, IReadOnlyDictionary<string, TfliteModel> models, CancellationToken cancellation = default)
    {
        if (!DialectPair.TryParse($"{certificate.First},{certificate.Second}", out DialectPair pair))
            throw new CertificateException(where, $"compares {certificate.First} with {certificate.Second}; expected two different dialects of {string.Join(", ", Dialects.All.Select(Dialects.Name))}");
        var maker = new CertificateMaker(pair, certificate.Clamped);
        var problems = new List<string>();
        foreach (CertifiedModel certified in certificate.Models)
        {
            CertifiedModel again = models.TryGetValue(certified.Sha256, out TfliteModel? model)
                ? maker.Certify(model, progress: null, cancellation) with { Name = certified.Name }
                : Recount(where, maker, certified, cancellation);
            problems.AddRange(Compare(certified, again));
        }

        return problems;
    }

    private static CertifiedModel Recount(string where, CertificateMaker maker, CertifiedModel certified, CancellationToken cancellation)
    {
        CertifiedOperator[] operators =
        [
            .. certified.Operators.Select(one => one.Channels is null ? one : one with
            {
                Channels = [.. one.Channels.Select(channel => Recount(where, maker, one, channel, cancellation))],
            }),
        ];
        IEnumerable<CertifiedChannel> channels = operators.SelectMany(one => one.Channels ?? []);
        return certified with
        {
            Reachable = channels.Sum(channel => channel.Reachable),
            Differing = channels.Sum(channel => channel.Differing),
            Operators = operators,
        };
    }

    private static CertifiedChannel Recount(string where, CertificateMaker maker, CertifiedOperator source, CertifiedChannel channel, CancellationToken cancellation)
    {
        try
        {
            return maker.Certify(
                new RequantizationSite(
                    channel.Channel,
                    new QuantizedMultiplier(channel.Multiplier, channel.Shift),
                    new OutputClamp(source.ZeroPoint, source.Minimum, source.Maximum),
                    new AccumulatorRange(channel.FirstReachable, channel.LastReachable)),
                cancellation);
        }
        catch (ArgumentException problem)
        {
            throw new CertificateException($"{where}, operator {source.Index}, channel {channel.Channel}", problem.Message, problem);
        }
    }

    private static IEnumerable<string> Compare(CertifiedModel said, CertifiedModel found)
    {
        if (said.Operators.Count != found.Operators.Count)
            yield return $"{said.Name}: lists {said.Operators.Count} operators; the model has {found.Operators.Count} that requantize";
        foreach ((CertifiedOperator saidOperator, CertifiedOperator foundOperator) in said.Operators.Zip(found.Operators))
        {
            string place = $"{said.Name}, operator {saidOperator.Index} ({saidOperator.Name})";
            IReadOnlyList<CertifiedChannel> saidChannels = saidOperator.Channels ?? [], foundChannels = foundOperator.Channels ?? [];
            if (saidOperator with { Channels = null } != foundOperator with { Channels = null })
                yield return $"{place}: says {saidOperator with { Channels = null }}; found {foundOperator with { Channels = null }}";
            if (saidChannels.Count != foundChannels.Count)
                yield return $"{place}: lists {saidChannels.Count} channels; the model has {foundChannels.Count}";
            foreach ((CertifiedChannel saidChannel, CertifiedChannel foundChannel) in saidChannels.Zip(foundChannels).Where(both => both.First != both.Second))
                yield return $"{place}: says {saidChannel}; found {foundChannel}";
        }

        if ((said.Reachable, said.Differing) != (found.Reachable, found.Differing))
            yield return $"{said.Name}: says {said.Differing} of {said.Reachable} differ; found {found.Differing} of {found.Reachable}";
    }
}
