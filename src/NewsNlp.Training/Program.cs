Console.WriteLine("newsnlp");
