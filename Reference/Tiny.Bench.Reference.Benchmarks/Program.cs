using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Tiny.Bench.Reference.Benchmarks;

// speed PATH [SECONDS]   measures every model at hand and writes the page
// --dry ...              runs every benchmark once, to see that it runs
// ...                    BenchmarkDotNet's own options: --filter '*Model*', --list flat
if (args is ["speed", var path, .. var rest])
    return SpeedPage.Write(path, rest is [var seconds] ? seconds : "3");

bool dry = args.Contains("--dry", StringComparer.Ordinal);
string[] options = [.. args.Where(argument => argument != "--dry")];
IEnumerable<Summary> summaries = BenchmarkSwitcher
    .FromTypes([typeof(ModelBenchmarks), typeof(OperatorBenchmarks)])
    .Run(options.Length == 0 ? ["--filter", "*"] : options, BenchmarkConfig.Create(dry ? Job.Dry : Job.Default));
return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
