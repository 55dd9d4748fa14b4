@echo off
chcp 65001 >nul
cd /d "%~dp0"
if "%~1"=="" ("%~dp0node\node.exe" "%~dp0app\dist\cli\main.js" doctor & pause) else ("%~dp0node\node.exe" "%~dp0app\dist\cli\main.js" %*)
