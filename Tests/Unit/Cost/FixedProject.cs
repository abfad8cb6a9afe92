using System.Text;

namespace Devmap.Tests.Unit.Cost;

/// <summary>
/// A project that is the same every time: a thousand methods in the mix of real code, where most bodies have nothing to do
/// with counted objects, some mention one, and one in twenty counts.
/// </summary>
internal static class FixedProject
{
    public const int Methods = 1000;

    public static string Source { get; } = Write();

    private static string Write()
    {
        var text = new StringBuilder("using System; using System.Collections.Generic; using System.Threading.Tasks;\n");
        for (int i = 0; i < Methods; i++)
        {
            if (i % 50 == 0)
            {
                text.Append(i == 0 ? "" : "}\n").Append("public class Part").Append(i / 50).Append(" {\n");
            }

            text.Append(Body(i)).Append('\n');
        }

        return text.Append("}\n").ToString();
    }

    private static string Body(int i) => (i % 20) switch
    {
        // One in twenty counts, each in another way.
        7 => Counting(i),
        // Some see a counted type and count nothing.
        3 or 11 or 15 => $"public string M{i}(Item item, int n) {{ if (item == null || n < {i}) return \"\"; return item.Name + n; }}",
        0 or 5 or 10 => $"public int M{i}(List<int> list) {{ int sum = {i}; foreach (int x in list) {{ if (x > sum) sum += x; else sum -= x; }} return sum; }}",
        1 or 6 or 16 => $"public async Task<string> M{i}(string s) {{ await Task.Yield(); return s.Length > {i} ? s.Substring({i}) : s.Trim(); }}",
        2 or 12 => $"private int _f{i}; public int P{i} {{ get => _f{i}; set {{ if (value == _f{i}) return; _f{i} = value; }} }}",
        4 or 14 => $"public bool M{i}(object o) => o is string {{ Length: > {i} }} or int;",
        8 => $"public void M{i}(Dictionary<string, int> d) {{ try {{ d[\"k\"] = d.Count + {i}; }} catch (InvalidOperationException e) {{ Console.WriteLine(e.Message); }} finally {{ d.Clear(); }} }}",
        _ => $"public int M{i}(int a, int b) {{ for (int i = 0; i < a; i++) {{ if (i % 2 == 0) b += i; else b -= {i}; }} return b; }}",
    };

    private static string Counting(int i) => (i / 20 % 5) switch
    {
        0 => $"public void M{i}(Item item, bool a) {{ if (!item.TryGet()) return; try {{ if (a) item.Read(); }} finally {{ item.Put(); }} }}",
        1 => $"public int M{i}(int n) {{ var x = Pool.Find(n); if (x is null) return -1; int r = x.Read(); x.Put(); return r; }}",
        2 => $"public void M{i}(Item[] many) {{ foreach (var item in many) {{ if (item.TryPin()) {{ item.Read(); item.Unpin(); }} }} }}",
        3 => $"public async Task M{i}(int n) {{ var x = await Pool.FindAsync(n); if (x == null) return; await Task.Yield(); if (n > {i}) {{ Pool.Give(x); return; }} x.Put(); }}",
        _ => $"public bool M{i}(int n, bool a) {{ if (!Pool.TryTake(out var x)) return false; bool ok = a && x.TryPin(); if (ok) x.Unpin(); x.Put(); return ok; }}",
    };
}
